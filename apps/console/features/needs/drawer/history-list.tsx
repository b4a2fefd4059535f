import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { text } from '../../../shared/text/text.js';
import { shortTime } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { actorText } from '../../../shared/text/actor-text.js';
import { actionText } from '../words/history-words.js';

/** Who did what, in sentences, newest first. */
export function HistoryList({ entries }: { readonly entries: ReadonlyArray<Schemas['NeedHistory']> }): ReactNode {
  const words = text.needs.drawer;
  const zone = useZone();
  const now = useNow();
  return (
    <section className="sec">
      <h3>{words.historyTitle}</h3>
      {entries.length === 0 && <p className="muted">{words.noHistory}</p>}
      <ul className="hist">
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.action}`}>
            <span>
              <b>{actorText(entry.actor)}</b> {actionText(entry)}.
            </span>
            <time dateTime={entry.at}>{shortTime(entry.at, zone, now)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
