import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { InputOf, Schemas } from '#client';
import { engine } from '../../shared/api/engine.js';
import { ColumnHeads } from '../../shared/list/column-heads.js';
import { LoadMore } from '../../shared/list/load-more.js';
import { type Pages, usePages } from '../../shared/list/use-pages.js';
import type { LiveKind } from '../../shared/live/live.js';
import { useLiveQueries } from '../../shared/live/use-live-queries.js';
import { text } from '../../shared/text/text.js';
import { addDays, dayOf, shortTime } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { CompactSelect } from '../../shared/ui/compact-select.js';
import { SearchField } from '../../shared/ui/search-field.js';
import { SectionHead } from '../../shared/ui/section-head.js';
import { EmptyState, ErrorState, Skeleton } from '../../shared/ui/states.js';
import { type ConnectorsSearch, OUTCOMES } from './connectors-search.js';
import { OutcomeMark } from './outcome-mark.js';
import { eventText } from './event-text.js';

type Signal = Schemas['SignalView'];
type SignalsQuery = NonNullable<InputOf<'listSignals'>['query']>;

/** A signal that is recorded changes a need. */
const KINDS: readonly LiveKind[] = ['need'];

/** What arrived, newest first. New signals wait until the person asks for them. */
export function SignalLog({
  search,
  onOpen,
}: {
  readonly search: ConnectorsSearch;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const words = text.connectors.log;
  const navigate = useNavigate({ from: '/connectors' });
  const { outcome, type } = search;
  const query = { ...(outcome && { outcome }), ...(type !== undefined && { type }) };
  const pages = usePages(['signals', query], (page, signal) =>
    engine.listSignals({ query: { ...query, ...page }, signal }),
  );
  const { rows, isLoading, error, more, retry } = pages;
  const hasFresh = useHasFresh(query, pages);
  const change = (changes: ConnectorsSearch): void =>
    void navigate({ to: '/connectors', search: (before) => ({ ...before, ...changes }), replace: true });
  return (
    <section className="sec">
      <SectionHead level={2} title={words.title} help={words.help}>
        {hasFresh && (
          <button className="pill" type="button" onClick={retry}>
            <ArrowUp className="i s" aria-hidden="true" />
            {words.fresh}
          </button>
        )}
        <CompactSelect
          className="log-filter"
          label={words.filter}
          empty={words.all}
          value={outcome}
          options={OUTCOMES.map((one) => [one, words.outcomes[one]])}
          onChoose={(chosen) => change({ outcome: chosen })}
        />
        <SearchField
          className="log-filter"
          label={words.typeFilter}
          help={words.type}
          value={type}
          onSearch={(value) => change({ type: value })}
        />
      </SectionHead>
      {isLoading && <Skeleton what={words.title} />}
      {error !== null && <ErrorState title={words.failed} error={error} onRetry={retry} />}
      {!isLoading && error === null && rows.length === 0 && (
        <EmptyState
          title={outcome === undefined && type === undefined ? words.none : words.noneMatch}
          {...(outcome === undefined && type === undefined ? { help: words.noneHelp } : {})}
        />
      )}
      {rows.length > 0 && <SignalTable rows={rows} current={search.signal} onOpen={onOpen} />}
      <LoadMore {...more} />
    </section>
  );
}

/**
 * Whether a signal has arrived since the list was read. What people do about needs changes them, too. The engine need
 * not look at older signals, of which there may be millions that do not match.
 */
function useHasFresh(query: SignalsQuery, { rows, isLoading, isOutdated }: Pages<Signal>): boolean {
  useLiveQueries('newest-signal', KINDS);
  const yesterday = addDays(dayOf(useNow(), 'UTC'), -1);
  const since = rows[0]?.receivedAt ?? yesterday;
  const { data } = useQuery({
    queryKey: ['newest-signal', query, since],
    queryFn: ({ signal }) => engine.listSignals({ query: { ...query, since, limit: 1 }, signal }),
  });
  // The ids of signals have the order of their times.
  return !isLoading && !isOutdated && (data?.items[0]?.id ?? '') > (rows[0]?.id ?? '');
}

function SignalTable({
  rows,
  current,
  onOpen,
}: {
  readonly rows: readonly Signal[];
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const words = text.connectors.log;
  const zone = useZone();
  const now = useNow();
  return (
    <table className="tbl log">
      <caption className="sr">{words.caption}</caption>
      <thead>
        <tr>
          <ColumnHeads
            columns={[
              words.outcome,
              words.time,
              words.type,
              words.said,
              { name: words.openNeed, className: 'r', isHidden: true },
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {rows.map((signal) => (
          <tr key={signal.id} className={signal.id === current ? 'cur' : ''}>
            <td>
              <OutcomeMark outcome={signal.outcome} />
            </td>
            <td className="num">
              <time dateTime={signal.receivedAt}>{shortTime(signal.receivedAt, zone, now)}</time>
            </td>
            <td className="mono">
              <button className="link" type="button" onClick={() => onOpen(signal.id)}>
                {signal.type}
              </button>
            </td>
            <td title={signal.dedupeKey}>{eventText(signal.event)}</td>
            <td className="r">
              {signal.needId !== null && (
                <Link
                  to="/needs"
                  search={{ need: signal.needId }}
                  aria-label={text.common.actOn(words.openNeed, signal.type)}
                >
                  {words.openNeed}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
