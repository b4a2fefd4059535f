import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
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

type Columns = Schemas['MatrixPage']['columns'];

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
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

/** The matrix as a virtual table: names and requirements stay in sight, and only the rows in sight are in the page. */
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
  const { at, setAt, move } = useCellKeys({ rows: rows.length, columns: columns.length }, (to) => {
    virtual.scrollToIndex(to.row, { align: 'auto' });
    // The row is in the page once the table has scrolled to it.
    requestAnimationFrame(() => {
      place.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"]`)?.focus();
    });
  });
  const openWorker = useOpenWorker(search);
  const onKey = (event: KeyboardEvent): void => {
    const worker = rows[at.row]?.worker;
    if (event.key === 'Enter' && worker !== undefined) openWorker(worker.id);
    else move(event);
  };
  return (
    <div className="scroll" ref={place} role="region" aria-label={words.title} aria-busy={isBusy}>
      <table className="mx" role="grid" aria-rowcount={more.hasMore ? -1 : rows.length + 1} onKeyDown={onKey}>
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
                current={index === at.row ? at.column : null}
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
    row: Math.max(0, Math.min(size.rows - 1, row)),
    column: Math.max(0, Math.min(size.columns - 1, column)),
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

function MatrixHead({ columns, total }: { readonly columns: Columns; readonly total: number | null }): ReactNode {
  const words = text.readiness.matrix;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className="who-col" scope="col">
          {words.person}
          {total !== null && <small>{words.worstFirst(total)}</small>}
        </th>
        {columns.map(({ key, name, kind }) => (
          <th key={key} className="c-req" scope="col" title={name}>
            {name}
            <small>{words.kinds[kind]}</small>
          </th>
        ))}
      </tr>
    </thead>
  );
}
