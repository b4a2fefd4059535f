import { Plus } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Button } from './button.js';

/** A button that adds a record, with a plus sign before its label. */
export function AddButton({ children, ...props }: ComponentProps<typeof Button>): ReactNode {
  return (
    <Button {...props}>
      <Plus className="i s" aria-hidden="true" />
      {children}
    </Button>
  );
}
