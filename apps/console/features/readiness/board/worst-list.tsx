import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { EmptyState, ErrorState, Skeleton } from '../../../shared/ui/states.js';
import { type ReadinessRow, peopleQuery } from '../board-data.js';
import { NextStep, SourceText, StatusMark } from '../marks.js';
import type { ReadinessSearch } from '../readiness-search.js';

/** People, worst first, each with the reason that blocks most and its one next step. */
export function WorstList({
  search,
  filters,
}: {
  readonly search: ReadinessSearch;
  readonly filters: ReactNode;
}): ReactNode {
  const { list: words, failed, noneMatch } = text.readiness;
  const { data, error, status, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    peopleQuery(search),
  );
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="sec">
      <div className="sec-h worst-head">
        <h3>{words.title}</h3>
        <span className="faint num">{words.found(number(data?.pages[0]?.total ?? 0))}</span>
      </div>
      {filters}
      {status === 'pending' && <Skeleton what={words.title} />}
      {status === 'error' && <ErrorState title={failed} error={error} onRetry={() => void refetch()} />}
      {status === 'success' && rows.length === 0 && <EmptyState title={noneMatch} />}
      {rows.length > 0 && (
        <table className="tbl worst">
          <caption className="sr">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="w-st">
                {words.status}
              </th>
              <th scope="col" className="w-name">
                {words.person}
              </th>
              <th scope="col">{words.why}</th>
              <th scope="col" className="w-src">
                {words.source}
              </th>
              <th scope="col" className="w-since r">
                {words.since}
              </th>
              <th scope="col" className="w-act r">
                {words.next}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <WorstRow key={row.worker.id} row={row} asOf={search.asOf} />
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <Button className="more" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

function WorstRow({
  row: { worker, status, since, reasons },
  asOf,
}: {
  readonly row: ReadinessRow;
  readonly asOf: string | undefined;
}): ReactNode {
  const words = text.readiness.list;
  const zone = useZone();
  const now = useNow();
  const [worst, ...others] = reasons;
  const place = [worker.role, worker.site].filter((part) => part !== null).join(', ');
  return (
    <tr>
      <td className="w-st">
        <StatusMark status={status} />
      </td>
      <td className="w-name">
        <Link
          className="topic"
          to="/readiness/$worker"
          params={{ worker: worker.id }}
          search={asOf === undefined ? {} : { asOf }}
        >
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
        <NextStep move={worst?.move ?? null} look="link" />
      </td>
    </tr>
  );
}
