import type { ReactNode } from 'react';
import { text } from '../text/text.js';
import { ScrollRegion } from '../ui/scroll-region.js';
import { EmptyState, ErrorState, Skeleton } from '../ui/states.js';
import { LoadMore } from './load-more.js';
import { PaperNote } from './paper-note.js';
import type { Pages } from './use-pages.js';

interface ListBodyProps {
  /** Names the list for screen readers. */
  readonly name: string;
  readonly pages: Pages<unknown>;
  readonly failed: string;
  /** Shown if the list has no rows. */
  readonly empty: ReactNode;
  /** True: a filter or a search is active, so that an empty list means that nothing matches. */
  readonly isFiltered?: boolean;
  /** With the margins of a page: rows that are not a table. */
  readonly inset?: boolean;
  /** The rows. */
  readonly children: ReactNode;
}

/**
 * A list with its states (loading, failed, empty), which screen readers announce, and a button that loads more rows.
 */
export function ListBody({
  name,
  pages,
  failed,
  empty,
  isFiltered = false,
  inset = false,
  children,
}: ListBodyProps): ReactNode {
  const { rows, isLoading, isOutdated, error, retry } = pages;
  return (
    <ScrollRegion label={name} className={inset ? 'page scroll' : 'scroll'} isBusy={isOutdated}>
      <p className="sr" role="status">
        {!isLoading && !isOutdated && error === null && text.common.shown(rows.length, pages.more.hasMore)}
      </p>
      {isLoading && <Skeleton what={name} />}
      {error !== null && <ErrorState title={failed} error={error} onRetry={retry} />}
      {!isLoading &&
        error === null &&
        rows.length === 0 &&
        (isFiltered ? <EmptyState title={text.common.filters.none} /> : empty)}
      {rows.length > 0 && children}
      <LoadMore {...pages.more} />
      <PaperNote {...pages.more} />
    </ScrollRegion>
  );
}
