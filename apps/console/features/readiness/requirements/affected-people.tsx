import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { text } from '../../../shared/text/text.js';
import { StatusMark } from '../marks.js';

/** People that are listed; the counts are of all. */
const SHOWN = 8;

/** Whom a requirement affects, before it is saved. */
export function AffectedPeople({ result }: { readonly result: Schemas['RequirementResult'] }): ReactNode {
  const words = text.readiness.requirements.preview;
  const { people = 0, checked = 0, alreadyMeet = 0, lacking = 0, inGrace = 0 } = result;
  const { becomeNotReady = 0, becomeAtRisk = 0, becomeReady = 0, sample = [] } = result;
  const changed = sample.filter(({ before, after }) => before !== after);
  return (
    <section className="stack" role="status" aria-label={words.title}>
      <p className="medium">{words.reaches(people)}</p>
      <ul className="plain-list">
        <li>{words.meet(alreadyMeet, lacking)}</li>
        {becomeNotReady > 0 && <li>{words.notReady(becomeNotReady)}</li>}
        {becomeAtRisk > 0 && <li>{words.atRisk(becomeAtRisk)}</li>}
        {becomeReady > 0 && <li>{words.ready(becomeReady)}</li>}
        {inGrace > 0 && <li className="muted">{words.inGrace(inGrace)}</li>}
        {checked < people && <li className="muted">{words.part(checked)}</li>}
      </ul>
      {changed.length > 0 && (
        <ul className="plain-list">
          {changed.slice(0, SHOWN).map(({ id, name, before, after }) => (
            <li key={id} className="bar">
              {name} <StatusMark status={before} /> → <StatusMark status={after} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
