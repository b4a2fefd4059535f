import { type ReactNode, useState } from 'react';
import { useAssign } from '../../shared/assigning/use-assign.js';
import { useCourseTitle } from '../../shared/pickers/course-title.js';
import { useRefusal } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { DayField } from '../../shared/ui/day-field.js';
import { DecisionDialog } from '../../shared/ui/decision-dialog.js';
import { FieldError } from '../../shared/ui/text-field.js';
import type { ReadinessRow, Reason } from './board-data.js';

/** Offers a person the course that ends a reason without a need: a requirement, a credential. */
export function OfferCourseDialog({
  worker: { id, name },
  courseId,
  reason,
  onClose,
}: {
  readonly worker: ReadinessRow['worker'];
  readonly courseId: string;
  readonly reason: Reason['text'];
  readonly onClose: () => void;
}): ReactNode {
  const words = text.readiness.offerCourse;
  const roleRefused = useRefusal('admin');
  const [due, setDue] = useState('');
  const title = useCourseTitle(courseId) ?? '…';
  const { willAssign, counting, problem, assign } = useAssign({
    body: { courseId, workerIds: [id], ...(due === '' ? {} : { dueAt: due }) },
    isReady: roleRefused === null,
    done: words.done(name),
  });
  return (
    <DecisionDialog
      title={words.title(title)}
      sub={`${name}. ${reason}`}
      button={words.submit}
      refused={roleRefused ?? counting ?? (willAssign === 0 ? words.nobody(name) : null)}
      onDo={assign}
      onClose={onClose}
    >
      <DayField label={words.due} help={words.dueHelp} name="dueAt" day={due} onChoose={setDue} />
      {problem !== null && <FieldError>{problem}</FieldError>}
    </DecisionDialog>
  );
}
