import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { nextPageOf } from '../../../shared/list/next-page.js';
import { distinct } from '../../../shared/list/virtual-rows.js';
import { text } from '../../../shared/text/text.js';
import { EmptyState, ErrorState, Skeleton } from '../../../shared/ui/states.js';
import { matrixQuery } from '../board-data.js';
import { type ReadinessSearch, isFiltered } from '../readiness-search.js';
import { MatrixGrid } from './matrix-grid.js';

interface MatrixTableProps {
  readonly search: ReadinessSearch;
  /** How many people match; null: not counted yet. */
  readonly total: number | null;
}

/** The matrix of the people who match: everybody's state in each requirement. */
export function MatrixTable({ search, total }: MatrixTableProps): ReactNode {
  const words = text.readiness.matrix;
  const query = useInfiniteQuery(matrixQuery(search));
  const { data, error, isPending, isPlaceholderData, refetch } = query;
  const more = nextPageOf(query);
  const rows = useMemo(
    () => distinct(data?.pages.flatMap((page) => page.rows) ?? [], ({ worker }) => worker.id),
    [data],
  );
  const failed = error !== null && more.error === null && (
    <ErrorState title={words.failed} error={error} onRetry={() => void refetch()} />
  );
  if (data === undefined) return isPending ? <Skeleton what={words.title} /> : failed;
  if (total === 0 && isFiltered(search)) return <EmptyState title={text.readiness.noneMatch} />;
  const columns = data.pages[0]?.columns ?? [];
  if (columns.length === 0)
    return (
      <EmptyState title={words.none} help={words.noneHelp}>
        <Link className="btn" to="/readiness/requirements">
          {text.readiness.requirements.title}
        </Link>
      </EmptyState>
    );
  return (
    <>
      {failed}
      <MatrixGrid search={search} rows={rows} columns={columns} total={total} isBusy={isPlaceholderData} more={more} />
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
