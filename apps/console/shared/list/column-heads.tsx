import type { ReactNode } from 'react';

/** A column of a table: its heading, or an object with the heading and further attributes. */
export type Column =
  | string
  | {
      readonly name: string;
      /** `r`: aligned to the right. Other classes set the width in the style sheets. */
      readonly className?: string;
      /** Explains the heading. */
      readonly title?: string;
      /** Only screen readers read the heading. */
      readonly isHidden?: boolean;
    };

/** The headings of columns, in a row of the table's head. */
export function ColumnHeads({ columns }: { readonly columns: readonly Column[] }): ReactNode {
  return columns.map((column) => {
    const { name, className, title, isHidden = false } = typeof column === 'string' ? { name: column } : column;
    return (
      <th key={name} scope="col" className={className} title={title}>
        {isHidden ? <span className="sr">{name}</span> : name}
      </th>
    );
  });
}
