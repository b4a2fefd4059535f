import type { ComponentProps, ReactNode } from 'react';
import { TextField } from './text-field.js';

/**
 * A labelled e-mail address, which the engine checks. A field of the type `email` refuses letters such as ü before the
 * @, and replaces those behind it.
 */
export function EmailField(props: Omit<ComponentProps<typeof TextField>, 'type'>): ReactNode {
  return <TextField {...props} type="text" inputMode="email" autoCapitalize="none" spellCheck={false} />;
}
