import type { ReactNode } from 'react';

/** The filters of a list in a row, on phones, too, with further actions of the list at its end. */
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
