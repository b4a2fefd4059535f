import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { decisionKey, undoOperation } from '../../shared/api/decisions.js';
import { engine } from '../../shared/api/engine.js';
import { problemText } from '../../shared/api/problem-text.js';
import { useCourseTitle } from '../../shared/pickers/course-title.js';
import { useRefusal } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { DecisionDialog } from '../../shared/ui/decision-dialog.js';
import { FieldError, TextField } from '../../shared/ui/text-field.js';
import { tell } from '../../shared/ui/toasts.js';
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
  const client = useQueryClient();
  // Sent again after a lost answer, it is one operation.
  const [key] = useState(decisionKey);
  const [due, setDue] = useState('');
  const title = useCourseTitle(courseId) ?? '…';
  const body = { courseId, workerIds: [id], ...(due === '' ? {} : { dueAt: due }) };
  const preview = useQuery({
    queryKey: ['assignments', 'preview', body],
    queryFn: ({ signal }) => engine.assignAssignments({ body: { ...body, dryRun: true }, signal }),
    enabled: roleRefused === null,
    gcTime: 0,
    retry: false,
  });
  const reread = async (): Promise<void> => {
    await Promise.all(['assignments', 'readiness'].map((shown) => client.invalidateQueries({ queryKey: [shown] })));
  };
  const offer = async (): Promise<void> => {
    const { operationId } = await engine.assignAssignments({ header: key, body });
    tell(words.done(name), operationId === null ? undefined : () => undoOperation(operationId).then(reread));
    await reread();
  };
  const reachesNobody = preview.data?.counts?.willAssign === 0 ? words.nobody(name) : null;
  return (
    <DecisionDialog
      title={words.title(title)}
      sub={`${name}. ${reason}`}
      button={words.submit}
      refused={roleRefused ?? reachesNobody}
      onDo={offer}
      onClose={onClose}
    >
      <TextField
        label={words.due}
        help={words.dueHelp}
        type="date"
        value={due}
        onChange={({ target }) => setDue(target.value)}
      />
      {preview.error !== null && <FieldError>{problemText(preview.error).what}</FieldError>}
    </DecisionDialog>
  );
}
