import type { ReactNode } from 'react';

/** The last cell of a row: what may be done with it. */
export function RowActs({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <td className="r">
      <span className="row-acts">{children}</span>
    </td>
  );
}
