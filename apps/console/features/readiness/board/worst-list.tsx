import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, memo, type Ref, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Column, ColumnHeads } from '../../../shared/list/column-heads.js';
import { LoadMore } from '../../../shared/list/load-more.js';
import { type NextPage, loadAhead, nextPageOf } from '../../../shared/list/next-page.js';
import { PaperNote } from '../../../shared/list/paper-note.js';
import { useVirtualRows } from '../../../shared/list/use-virtual-rows.js';
import { distinct, useRowHeight } from '../../../shared/list/virtual-rows.js';
import { text } from '../../../shared/text/text.js';
import { isPast, shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { RowName } from '../../../shared/ui/row-name.js';
import { RowSpace } from '../../../shared/ui/row-space.js';
import { EmptyState, ErrorState, Skeleton } from '../../../shared/ui/states.js';
import { usePhone } from '../../../shared/ui/use-phone.js';
import { type ReadinessRow, peopleQuery } from '../board-data.js';
import { NextStep, SourceText, StatusMark } from '../marks.js';
import { type ReadinessSearch, isFiltered } from '../readiness-search.js';

const COLUMNS: readonly Column[] = [
  { name: text.readiness.list.status, className: 'w-st' },
  { name: text.readiness.list.person, className: 'w-name' },
  text.readiness.list.why,
  { name: text.readiness.list.source, className: 'w-src' },
  { name: text.readiness.list.since, className: 'w-since r' },
  { name: text.readiness.list.next, className: 'w-act r' },
];
const PHONE_ROW_PX = 112;

/** People, worst first, each with the most blocking reason and its next step. */
export function WorstList({
  search,
  filters,
  place,
}: {
  readonly search: ReadinessSearch;
  readonly filters: ReactNode;
  /** The element that scrolls, the page around the list; null: it is not rendered yet. */
  readonly place: HTMLElement | null;
}): ReactNode {
  const { list: words, failed, noneMatch, noneThen } = text.readiness;
  const query = useInfiniteQuery(peopleQuery(search));
  const { data, error, status, isPlaceholderData, refetch } = query;
  const more = nextPageOf(query);
  const rows = useMemo(
    () => distinct(data?.pages.flatMap(({ items }) => items) ?? [], ({ worker }) => worker.id),
    [data],
  );
  return (
    <section className="sec" aria-busy={isPlaceholderData}>
      <div className="sec-h worst-head">
        <h3>{words.title}</h3>
        <span className="faint num" role="status">
          {data?.pages[0] !== undefined && words.found(data.pages[0].total)}
        </span>
      </div>
      {filters}
      {status === 'pending' && <Skeleton what={words.title} />}
      {error !== null && more.error === null && (
        <ErrorState title={failed} error={error} onRetry={() => void refetch()} />
      )}
      {status === 'success' && rows.length === 0 && <EmptyState title={isFiltered(search) ? noneMatch : noneThen} />}
      {rows.length > 0 && <WorstTable rows={rows} more={more} search={search} place={place} />}
      {more.error !== null && <LoadMore {...more} />}
      <PaperNote {...more} />
    </section>
  );
}

/** The table of the people, of whom only visible rows are rendered. */
function WorstTable({
  rows,
  more,
  search,
  place,
}: {
  readonly rows: readonly ReadinessRow[];
  readonly more: NextPage;
  readonly search: ReadinessSearch;
  readonly place: HTMLElement | null;
}): ReactNode {
  const words = text.readiness.list;
  const zone = useZone();
  const now = useNow();
  const rowHeight = useRowHeight();
  const isPhone = usePhone();
  const { body, top } = useTop(place);
  const { items, before, after, virtual } = useVirtualRows({
    count: rows.length,
    height: isPhone ? PHONE_ROW_PX : rowHeight,
    scroller: () => place,
    keyOf: (index) => rows[index]?.worker.id ?? index,
    above: top,
    fetchMore: () => loadAhead(more),
  });
  return (
    <table className="tbl worst" aria-rowcount={more.hasMore ? -1 : rows.length + 1}>
      <caption className="sr">{words.caption}</caption>
      <thead>
        <tr aria-rowindex={1}>
          <ColumnHeads columns={COLUMNS} />
        </tr>
      </thead>
      <tbody ref={body}>
        <RowSpace height={before} />
        {items.map(({ index, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <WorstRow
              key={key}
              ref={isPhone ? virtual.measureElement : undefined}
              row={row}
              index={index}
              search={search}
              zone={zone}
              now={now}
            />
          );
        })}
        <RowSpace height={after} />
      </tbody>
    </table>
  );
}

/** The rows of a table, and how far they are below the top of the content that scrolls. */
function useTop(place: HTMLElement | null) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  // The content above the list changes its height with the filters and while it loads, so it is measured at each
  // rendering.
  // eslint-disable-next-line react/exhaustive-deps
  useLayoutEffect(() => {
    if (place !== null && body.current !== null) setTop(distance(place, body.current));
  });
  return { body, top };
}

/** The distance from the top of the scrolled content to an element in it, in whole pixels. */
function distance(place: HTMLElement, element: HTMLElement): number {
  return Math.round(element.getBoundingClientRect().top - place.getBoundingClientRect().top + place.scrollTop);
}

/** Only what comes into sight is rendered while the page scrolls. */
const WorstRow = memo(function WorstRow({
  row: { worker, status, since, reasons },
  index,
  search,
  zone,
  now,
  ref,
}: {
  readonly row: ReadinessRow;
  readonly index: number;
  readonly search: ReadinessSearch;
  readonly zone: string;
  readonly now: Date;
  readonly ref: Ref<HTMLTableRowElement> | undefined;
}): ReactNode {
  const words = text.readiness.list;
  const [worst, ...others] = reasons;
  const place = [worker.role, worker.site].filter((part) => part !== null).join(', ');
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2}>
      <td className="w-st">
        <StatusMark status={status} />
      </td>
      <td className="w-name">
        <Link className="topic" to="/readiness/$worker" params={{ worker: worker.id }} search={search}>
          {worker.name}
        </Link>{' '}
        <span className="faint">{place}</span>
      </td>
      <td className="w-why" title={worst?.text}>
        {worst === undefined ? <span className="faint">{words.nothing}</span> : worst.text}
        {others.length > 0 && <span className="faint"> {words.others(others.length)}</span>}
      </td>
      <td className="w-src">
        <SourceText source={worst?.source ?? null} />
      </td>
      <td className="w-since r">{shortDay(since, zone, now)}</td>
      <td className="w-act r">
        <RowName value={worker.name}>
          <NextStep
            move={isPast(search.asOf, zone, now) ? null : (worst?.move ?? null)}
            look="link"
            of={search.asOf === undefined && worst !== undefined ? { worker, reason: worst.text } : null}
          />
        </RowName>
      </td>
    </tr>
  );
});
