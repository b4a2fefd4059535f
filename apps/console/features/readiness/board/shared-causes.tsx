import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';
import { isPast } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { RowName } from '../../../shared/ui/row-name.js';
import { SectionHead } from '../../../shared/ui/section-head.js';
import { SeverityMark } from '../../../shared/ui/severity-mark.js';
import type { Summary } from '../board-data.js';
import { NextStep } from '../marks.js';

/** The needs that concern most people: one decision each. */
export function SharedCauses({
  causes,
  asOf,
}: {
  readonly causes: Summary['causes'];
  /** The day that the board shows; undefined: today. */
  readonly asOf: string | undefined;
}): ReactNode {
  const words = text.readiness.causes;
  const zone = useZone();
  const now = useNow();
  const largest = causes[0];
  if (largest === undefined) return null;
  return (
    <section className="sec">
      <SectionHead title={words.title(causes.length, largest.people)} />
      {causes.map(({ needId, topic, site, severity, people, move }) => (
        <div key={needId} className="lever">
          <span className="big">{number(people)}</span>
          <span className="cellrow">
            <span className="lever-mark">
              <SeverityMark severity={severity} />
            </span>
            <span className="trunc">
              <Link className="medium" to="/needs" search={{ need: needId }}>
                {topic ?? text.needs.noTopic}
              </Link>{' '}
              <span className="muted">{site}</span>
            </span>
          </span>
          <RowName value={[topic ?? text.needs.noTopic, site].filter(Boolean).join(', ')}>
            {!isPast(asOf, zone, now) && <NextStep move={move} look="button" />}
          </RowName>
        </div>
      ))}
    </section>
  );
}
