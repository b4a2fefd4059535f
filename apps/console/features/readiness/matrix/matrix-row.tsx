import { Link } from '@tanstack/react-router';
import { type ReactNode, memo } from 'react';
import type { Schemas } from '#client';
import type { ReadinessSearch } from '../readiness-search.js';
import { type Cell, CellMark } from './cell-mark.js';

type Row = Schemas['MatrixRow'];

const TINTS: Readonly<Partial<Record<Cell['state'], string>>> = {
  expired: 'bad',
  missing: 'bad',
  expiring: 'warn',
  not_required: 'na',
};

/** The cell that has the focus of the keyboard. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

interface MatrixRowProps {
  readonly search: ReadinessSearch;
  readonly row: Row;
  readonly index: number;
  readonly columns: Schemas['MatrixPage']['columns'];
  /** The columns whose cells are in the page, up to and without `to`. */
  readonly from: number;
  readonly to: number;
  /** The column that has the focus; null: the focus is in another row. */
  readonly current: number | null;
  readonly zone: string;
  readonly now: Date;
  readonly onPlace: (place: Place) => void;
}

/** A person of the matrix. A move of the focus renders only the two rows that it leaves and enters. */
export const MatrixRow = memo(function MatrixRow({
  search,
  row: { worker, cells },
  index,
  columns,
  from,
  to,
  current,
  zone,
  now,
  onPlace,
}: MatrixRowProps): ReactNode {
  return (
    <tr data-index={index} aria-rowindex={index + 2} className={current === null ? undefined : 'cur'}>
      <th
        scope="row"
        className="who-col"
        aria-colindex={1}
        title={[worker.name, worker.role].filter(Boolean).join(', ')}
      >
        <Person worker={worker} search={search} />
      </th>
      <ColumnSpace columns={from} />
      {cells.slice(from, to).map((cell, offset) => {
        const column = from + offset;
        return (
          <td
            key={columns[column]?.key ?? column}
            className={TINTS[cell.state]}
            aria-colindex={column + 2}
            data-cell={`${index}-${column}`}
            tabIndex={column === current ? 0 : -1}
            onFocus={() => onPlace({ row: index, column })}
          >
            <CellMark cell={cell} zone={zone} now={now} />
          </td>
        );
      })}
      <ColumnSpace columns={columns.length - to} />
    </tr>
  );
});

/** The space of the cells of columns that are not in the page. */
function ColumnSpace({ columns }: { readonly columns: number }): ReactNode {
  return columns > 0 && <td className="space" colSpan={columns} aria-hidden="true" />;
}

function Person({
  worker: { id, name, role },
  search,
}: {
  readonly worker: Row['worker'];
  readonly search: ReadinessSearch;
}): ReactNode {
  return (
    <span className="cellrow">
      <Link to="/readiness/$worker" params={{ worker: id }} search={search} tabIndex={-1}>
        {name}
      </Link>
      <span className="faint">{role}</span>
    </span>
  );
}
