import type { ReactNode } from 'react';
import { type Column, ColumnHeads } from './column-heads.js';
import { ListBody } from './list-body.js';
import type { Pages } from './use-pages.js';

interface RecordTableProps {
  /** The class of the table, by which the style sheets set the widths of its columns. */
  readonly className: string;
  /** Names the list and its table, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The heading of the last column, which has the buttons of a row, for screen readers; left out: no such column. */
  readonly acts?: string;
  readonly pages: Pages<unknown>;
  readonly failed: string;
  /** Shown if there are no records. */
  readonly empty: ReactNode;
  /** True: a filter or a search is active, so that an empty list means that nothing matches. */
  readonly isFiltered?: boolean;
  /** The rows. */
  readonly children: ReactNode;
}

/** The records of a list as a table, one row each. */
export function RecordTable({
  className,
  caption,
  columns,
  acts,
  pages,
  failed,
  empty,
  isFiltered = false,
  children,
}: RecordTableProps): ReactNode {
  return (
    <ListBody name={caption} pages={pages} failed={failed} isFiltered={isFiltered} empty={empty}>
      <table className={`tbl rows ${className}`}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <ColumnHeads columns={acts === undefined ? columns : [...columns, { name: acts, isHidden: true }]} />
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ListBody>
  );
}
