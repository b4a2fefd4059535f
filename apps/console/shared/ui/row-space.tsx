import type { ReactNode } from 'react';

/**
 * The space of the rows of a virtual table that are not in the page. It has one cell: more would keep columns that a
 * narrow screen hides.
 */
export function RowSpace({ height }: { readonly height: number }): ReactNode {
  if (height <= 0) return null;
  return (
    <tr className="space" aria-hidden="true">
      <td style={{ height }}>{/* Nothing to read. */}</td>
    </tr>
  );
}
