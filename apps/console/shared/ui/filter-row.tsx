import type { ReactNode } from 'react';

/** The few filters of a list in a row, also on a phone, and at its end what else can be done with the list. */
export function FilterRow({
  label,
  actions,
  children,
}: {
  readonly label: string;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="filters wrap" role="group" aria-label={label}>
      {children}
      <span className="right">{actions}</span>
    </div>
  );
}
