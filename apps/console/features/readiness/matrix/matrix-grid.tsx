import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, memo, useRef, useState } from 'react';
import type { Schemas } from '#client';
import { LoadMore } from '../../../shared/list/load-more.js';
import { type NextPage, loadAhead } from '../../../shared/list/next-page.js';
import { PaperNote } from '../../../shared/list/paper-note.js';
import { useVirtualRows } from '../../../shared/list/use-virtual-rows.js';
import { useRowHeight } from '../../../shared/list/virtual-rows.js';
import { text } from '../../../shared/text/text.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { RowSpace } from '../../../shared/ui/row-space.js';
import type { ReadinessSearch } from '../readiness-search.js';
import { MatrixRow, type Place } from './matrix-row.js';
import { useMatrixColumns } from './use-matrix-columns.js';

type Columns = Schemas['MatrixPage']['columns'];

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

interface MatrixGridProps {
  /** The filters and the day, which the page of a person keeps. */
  readonly search: ReadinessSearch;
  readonly rows: ReadonlyArray<Schemas['MatrixRow']>;
  readonly columns: Columns;
  /** How many people match; null: not counted yet. */
  readonly total: number | null;
  /** True: the shown rows are about to be replaced. */
  readonly isBusy: boolean;
  readonly more: NextPage;
}

/**
 * The matrix as a virtual table: names and requirements stay in sight. All requirements are in the page, and the cells
 * that are in sight.
 */
export function MatrixGrid({ search, rows, columns, total, isBusy, more }: MatrixGridProps): ReactNode {
  const words = text.readiness.matrix;
  const place = useRef<HTMLDivElement>(null);
  const zone = useZone();
  const now = useNow();
  const rowHeight = useRowHeight();
  const { items, before, after, virtual } = useVirtualRows({
    count: rows.length,
    height: rowHeight,
    scroller: () => place.current,
    // The head is lower than two rows.
    covered: { top: 2 * rowHeight },
    fetchMore: () => loadAhead(more),
  });
  const { from, to, virtual: sideways } = useMatrixColumns(columns.length, () => place.current);
  const { at, setAt, move } = useCellKeys({ rows: rows.length, columns: columns.length }, (next) => {
    virtual.scrollToIndex(next.row, { align: 'auto' });
    sideways.scrollToIndex(next.column, { align: 'auto' });
    // The cell is in the page once the table has scrolled to it.
    requestAnimationFrame(() => {
      place.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
    });
  });
  // Tab reaches a cell also after the one that had the focus was scrolled out of the page.
  const reachable = {
    row: within(at.row, items[0]?.index ?? 0, items.at(-1)?.index ?? 0),
    column: within(at.column, from, to - 1),
  };
  const openWorker = useOpenWorker(search);
  const onKey = (event: KeyboardEvent): void => {
    const worker = rows[at.row]?.worker;
    if (event.key === 'Enter' && worker !== undefined) openWorker(worker.id);
    else move(event);
  };
  return (
    <div className="scroll" ref={place} role="region" aria-label={words.title} aria-busy={isBusy}>
      <table
        className="mx"
        role="grid"
        aria-rowcount={more.hasMore ? -1 : rows.length + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={onKey}
      >
        <caption className="sr">{words.title}</caption>
        <MatrixHead columns={columns} total={total} />
        <tbody>
          <RowSpace height={before} />
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <MatrixRow
                key={row.worker.id}
                search={search}
                row={row}
                index={index}
                columns={columns}
                from={from}
                to={to}
                current={index === reachable.row ? reachable.column : null}
                zone={zone}
                now={now}
                onPlace={setAt}
              />
            );
          })}
          <RowSpace height={after} />
        </tbody>
      </table>
      {more.error !== null && <LoadMore {...more} />}
      <PaperNote {...more} />
    </div>
  );
}

function useOpenWorker(search: ReadinessSearch): (worker: string) => void {
  const navigate = useNavigate();
  return (worker) => void navigate({ to: '/readiness/$worker', params: { worker }, search });
}

/** The cell that has the focus, or that Tab reaches. `move` moves it by the arrow keys. */
function useCellKeys(
  size: { readonly rows: number; readonly columns: number },
  onMove: (to: Place) => void,
): { readonly at: Place; readonly setAt: (place: Place) => void; readonly move: (event: KeyboardEvent) => void } {
  const [focused, setAt] = useState<Place>({ row: 0, column: 0 });
  const inside = ({ row, column }: Place): Place => ({
    row: within(row, 0, size.rows - 1),
    column: within(column, 0, size.columns - 1),
  });
  // Filters may have removed the cell that had the focus.
  const at = inside(focused);
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = inside({ row: at.row + step[0], column: at.column + step[1] });
    setAt(to);
    onMove(to);
  };
  return { at, setAt, move };
}

function within(index: number, first: number, last: number): number {
  return Math.max(first, Math.min(last, index));
}

const MatrixHead = memo(function MatrixHead({
  columns,
  total,
}: {
  readonly columns: Columns;
  readonly total: number | null;
}): ReactNode {
  const words = text.readiness.matrix;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className="who-col" scope="col" aria-colindex={1}>
          {words.person}
          {total !== null && <small>{words.worstFirst(total)}</small>}
        </th>
        {columns.map(({ key, name, kind }, index) => (
          <th key={key} className="c-req" scope="col" aria-colindex={index + 2} title={name}>
            {name}
            <small>{words.kinds[kind]}</small>
          </th>
        ))}
      </tr>
    </thead>
  );
});
