import { type ReactNode, useEffect, useRef } from 'react';
import { usePhone } from './use-phone.js';

interface DrawerProps {
  /** Names the record for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A record beside its list, which stays usable. On a phone it covers the list, so that it gets the focus. */
export function Drawer({ label, children }: DrawerProps): ReactNode {
  const place = useRef<HTMLElement>(null);
  const isPhone = usePhone();
  useEffect(() => {
    if (isPhone) place.current?.focus();
  }, [isPhone]);
  return (
    <aside ref={place} className="drawer" tabIndex={-1} aria-label={label}>
      {children}
    </aside>
  );
}
