import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { ColumnHeads } from '../../../shared/list/column-heads.js';
import { text } from '../../../shared/text/text.js';
import { isOver, shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { SectionHead } from '../../../shared/ui/section-head.js';

/** Credentials and completed courses, with their ends. */
export function Holds({ holds }: { readonly holds: Schemas['WorkerReadinessView']['holds'] }): ReactNode {
  const words = text.readiness.worker;
  const zone = useZone();
  const now = useNow();
  return (
    <section className="sec">
      <SectionHead title={words.holds} help={words.holdsHelp} />
      {holds.length === 0 ? (
        <p className="muted">{words.noHolds}</p>
      ) : (
        <table className="tbl inset holds">
          <caption className="sr">{words.holds}</caption>
          <thead>
            <tr>
              <ColumnHeads
                columns={[words.what, { name: words.recorded, className: 'r' }, { name: words.until, className: 'r' }]}
              />
            </tr>
          </thead>
          <tbody>
            {holds.map(({ kind, id, name, recordedAt, validUntil }) => (
              <tr key={`${kind} ${id}`}>
                <td className="medium">{name}</td>
                <td className="r muted">{shortDay(recordedAt, zone, now)}</td>
                <td className="r">
                  {validUntil === null ? (
                    <span className="muted">{words.noEnd}</span>
                  ) : isOver(validUntil, zone, now) ? (
                    <span className="m-soon">
                      {words.over} {shortDay(validUntil, zone, now)}
                    </span>
                  ) : (
                    shortDay(validUntil, zone, now)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
