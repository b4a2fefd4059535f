import type { ReactNode } from 'react';
import { RowName } from './row-name.js';

/** The last cell of a row, with the actions of the row. Screen readers read the name of the row with each of them. */
export function RowActs({ of, children }: { readonly of: string; readonly children: ReactNode }): ReactNode {
  return (
    <RowName value={of}>
      <td className="r">
        <span className="row-acts">{children}</span>
      </td>
    </RowName>
  );
}
