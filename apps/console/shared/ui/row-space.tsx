import type { ReactNode } from 'react';

/** Stands for the rows of a virtual table that are not in the page. */
export function RowSpace({ height, columns }: { readonly height: number; readonly columns: number }): ReactNode {
  if (height <= 0) return null;
  return (
    <tr className="space" aria-hidden="true">
      <td colSpan={columns} style={{ height }}>
        {/* Nothing to read. */}
      </td>
    </tr>
  );
}
