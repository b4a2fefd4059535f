import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Mark } from '../../../shared/ui/glyph.js';
import type { NeedDetail } from '../data/need-detail.js';

const SHOWN = 8;

export function Assignments({ need }: { readonly need: NeedDetail }): ReactNode {
  const words = text.needs.drawer;
  const zone = useZone();
  const now = useNow();
  const { assignments, assignmentCount } = need;
  // The engine sends the latest ones only: of more than those, the completed ones are not known.
  const done =
    assignments.length < assignmentCount ? null : assignments.filter(({ status }) => status === 'completed').length;
  return (
    <section className="sec">
      <h3>
        {words.assignments}{' '}
        {assignments.length > 0 && (
          <span className="faint">
            {done === null ? text.needs.count(assignmentCount) : words.assignmentsUnder(done, assignmentCount)}
          </span>
        )}
      </h3>
      {assignments.length === 0 && <p className="muted">{words.noAssignments}</p>}
      <ul className="hist">
        {assignments.slice(0, SHOWN).map(({ id, worker, course, status, overdue, dueAt }) => (
          <li key={id}>
            <span>
              <b>{worker.name}</b> {course.title}
            </span>
            {status === 'completed' ? (
              <Mark shape="ready">{words.assignmentStates.completed}</Mark>
            ) : overdue ? (
              <Mark shape="soon">{words.overdue}</Mark>
            ) : (
              <span className="faint">
                {status === 'cancelled'
                  ? words.assignmentStates.cancelled
                  : text.needs.dueOn(shortDay(dueAt, zone, now))}
              </span>
            )}
          </li>
        ))}
      </ul>
      {assignmentCount > SHOWN && <p className="faint">{text.common.more(assignmentCount - SHOWN)}</p>}
    </section>
  );
}
