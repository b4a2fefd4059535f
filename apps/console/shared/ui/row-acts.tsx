import type { ReactNode } from 'react';

/** The last cell of a row, with the actions of the row. */
export function RowActs({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <td className="r">
      <span className="row-acts">{children}</span>
    </td>
  );
}
