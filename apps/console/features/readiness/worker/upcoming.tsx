import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { SectionHead } from '../../../shared/ui/section-head.js';
import { StatusMark } from '../marks.js';

/** What time alone will change. */
export function Upcoming({ changes }: { readonly changes: Schemas['WorkerReadinessView']['upcoming'] }): ReactNode {
  const words = text.readiness.worker;
  const zone = useZone();
  const now = useNow();
  return (
    <section className="sec">
      <SectionHead title={words.upcoming} help={words.upcomingHelp} />
      {changes.length === 0 && <p className="muted">{words.noUpcoming}</p>}
      <ol className="upcoming">
        {changes.map(({ at, date, status, begins, ends }) => (
          <li key={at}>
            <time dateTime={date} className="num">
              {shortDay(date, zone, now)}
            </time>
            <div>
              {begins.map((reason) => (
                <p key={`${reason.kind} ${reason.text}`}>{reason.text}</p>
              ))}
              {ends.map((reason) => (
                <p key={`${reason.kind} ${reason.text}`} className="muted">
                  {words.ends(reason.text)}
                </p>
              ))}
            </div>
            <StatusMark status={status} />
          </li>
        ))}
      </ol>
    </section>
  );
}
