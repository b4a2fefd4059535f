import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Schemas } from '#client';
import { ROWS_AHEAD, distinct, useRowHeight } from '../../../shared/list/virtual-rows.js';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { RowSpace } from '../../../shared/ui/row-space.js';
import { EmptyState, ErrorState, Skeleton } from '../../../shared/ui/states.js';
import { matrixQuery } from '../board-data.js';
import { type ReadinessSearch, isFiltered } from '../readiness-search.js';
import { MatrixRow, type Place } from './matrix-row.js';

const NONE: Schemas['MatrixPage']['columns'] = [];

interface MatrixTableProps {
  readonly search: ReadinessSearch;
  /** How many people match; null: not counted yet. */
  readonly total: number | null;
}

/** The matrix as a virtual table: names and requirements stay in sight, and only the rows in sight are in the page. */
export function MatrixTable({ search, total }: MatrixTableProps): ReactNode {
  const words = text.readiness.matrix;
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(matrixQuery(search));
  const columns = data?.pages[0]?.columns ?? NONE;
  const zone = useZone();
  const now = useNow();
  const rows = useMemo(
    () => distinct(data?.pages.flatMap((page) => page.rows) ?? [], ({ worker }) => worker.id),
    [data],
  );
  const rowHeight = useRowHeight();
  // The compiler leaves this component as it is: the virtualizer's functions must not be memoized.
  // eslint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => rowHeight,
    overscan: 16,
    scrollPaddingStart: 56,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - ROWS_AHEAD) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  /** The cell that has the focus. */
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });

  const move = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const worker = rows[at.row]?.worker;
    if (event.key === 'Enter' && worker !== undefined)
      void navigate({ to: '/readiness/$worker', params: { worker: worker.id } });
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(rows.length - 1, at.row + step[0]));
    const column = Math.max(0, Math.min(columns.length - 1, at.column + step[1]));
    setAt({ row, column });
    virtual.scrollToIndex(row, { align: 'auto' });
    // The row is in the page once the table has scrolled to it.
    requestAnimationFrame(() => {
      place.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
    });
  };

  if (error !== null) return <ErrorState title={words.failed} error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton what={words.title} />;
  if (total === 0 && isFiltered(search)) return <EmptyState title={text.readiness.noneMatch} />;
  if (columns.length === 0)
    return (
      <EmptyState title={words.none} help={words.noneHelp}>
        <Link className="btn" to="/readiness/requirements">
          {text.readiness.requirements.title}
        </Link>
      </EmptyState>
    );
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      <div className="scroll" ref={place} role="region" aria-label={words.title} aria-busy={isPlaceholderData}>
        <table className="mx" role="grid" aria-rowcount={hasNextPage ? -1 : rows.length + 1} onKeyDown={move}>
          <caption className="sr">{words.title}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th className="who-col" scope="col">
                {words.person}
                {total !== null && <small>{words.worstFirst(number(total))}</small>}
              </th>
              {columns.map(({ key, name, kind }) => (
                <th key={key} className="c-req" scope="col" title={name}>
                  {name}
                  <small>{words.kinds[kind]}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <RowSpace height={before} columns={columns.length + 1} />
            {items.map(({ index }) => {
              const row = rows[index];
              if (row === undefined) return null;
              return (
                <MatrixRow
                  key={row.worker.id}
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
            <RowSpace height={after} columns={columns.length + 1} />
          </tbody>
        </table>
      </div>
      <div className="statusbar">
        <span className="num">{words.counted(total ?? rows.length, columns.length)}</span>
        <span className="keys only-desk" aria-hidden="true">
          <span>
            <kbd>←</kbd>
            <kbd>↑</kbd>
            <kbd>↓</kbd>
            <kbd>→</kbd>
            {words.move}
          </span>
          <span>
            <kbd>↵</kbd>
            {words.open}
          </span>
        </span>
      </div>
    </>
  );
}
