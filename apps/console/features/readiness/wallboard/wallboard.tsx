import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useLive, connectLive, disconnectLive } from '../../../shared/live/live.js';
import { useSession } from '../../../shared/session/session.js';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';
import { shortTime } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Glyph, Mark } from '../../../shared/ui/glyph.js';
import { ErrorState } from '../../../shared/ui/states.js';
import { ShareBar } from '../board/share-bar.js';
import { type Summary, summaryQuery } from '../board-data.js';
import { KINDS, type Kind } from '../readiness-search.js';
import { useLiveBoard } from '../use-live-board.js';

/** A screen is read again without an event, too: time alone changes who is ready. */
const EVERY_MS = 60_000;
/** After this time without a live stream, the screen shows that it is not live. */
const OFF_MS = 2 * 60_000;
const SHAPES = {
  credential_expired: 'blocking',
  credential_missing: 'missing',
  need: 'blocking',
  credential_expiring: 'soon',
  training_missing: 'soon',
  onboarding_open: 'soon',
  assignment_overdue: 'soon',
} as const satisfies Record<Kind, string>;

/** A screen for one site: how many people are ready, and the reasons why others are not. It shows no names. */
export function Wallboard(): ReactNode {
  const words = text.readiness.wall;
  const { site } = useSearch({ from: '/signed-in-wall/readiness/wall' });
  const { tenant } = useSession();
  const title = site ?? tenant.name;
  useEffect(() => {
    connectLive();
    return disconnectLive;
  }, []);
  useEffect(() => {
    const { dataset } = document.documentElement;
    const former = dataset['theme'];
    dataset['theme'] = 'dark';
    return () => {
      if (former === undefined) delete dataset['theme'];
      else dataset['theme'] = former;
    };
  }, []);
  useEffect(() => {
    document.title = text.common.titleOf(words.title(title), tenant.name);
  }, [title, tenant.name, words]);
  useLiveBoard();
  const { data, error, refetch } = useQuery({
    ...summaryQuery(site === undefined ? {} : { site }),
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: true,
  });
  return (
    <main className="wall">
      {data === undefined && error !== null && (
        <ErrorState title={text.readiness.failed} error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && <Site title={title} summary={data} />}
    </main>
  );
}

function Site({ title, summary }: { readonly title: string; readonly summary: Summary }): ReactNode {
  const words = text.readiness;
  const zone = useZone();
  const now = useNow();
  const { since } = useLive();
  const { ready, total, kinds, asOf } = summary;
  const isOff = since !== null && now.getTime() - since.getTime() > OFF_MS;
  return (
    <>
      <p className="wall-site">{title}</p>
      <h1>{total === 0 ? words.wall.nobody(title) : words.ready(number(ready), number(total))}</h1>
      {total > 0 && <ShareBar counts={summary} big />}
      <ul>
        {KINDS.filter((kind) => kinds[kind] > 0).map((kind) => (
          <li key={kind}>
            <Mark shape={SHAPES[kind]}>{words.kinds[kind]}</Mark> <b>{number(kinds[kind])}</b>
          </li>
        ))}
      </ul>
      <p className="wall-foot">
        {isOff ? (
          <span role="status">
            <Glyph shape="soon" /> {words.wall.off(shortTime(since.toISOString(), zone, now))}
          </span>
        ) : (
          <span>{words.asShown(shortTime(asOf, zone, now))}</span>
        )}
      </p>
    </>
  );
}
