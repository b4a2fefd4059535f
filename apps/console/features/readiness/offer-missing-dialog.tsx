import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { InputOf, Schemas } from '#client';
import { followOperation, undoOperation, useDecisionKeys } from '../../shared/api/decisions.js';
import { engine } from '../../shared/api/engine.js';
import { useRefusal } from '../../shared/session/session.js';
import { number } from '../../shared/text/en/plural.js';
import { text } from '../../shared/text/text.js';
import { DecisionDialog } from '../../shared/ui/decision-dialog.js';
import { FailedPreview } from '../../shared/ui/failed-preview.js';
import { previewRefusal } from '../../shared/ui/preview-refusal.js';
import { showToast } from '../../shared/ui/toasts.js';

type Chosen = Pick<InputOf<'startOfferMissing'>['body'], 'workerIds' | 'filter'>;

/** What offering the missing courses would do, and the button that does it. */
export function OfferMissingDialog({
  chosen,
  who,
  onClose,
}: {
  readonly chosen: Chosen;
  readonly who: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.readiness.missing;
  const roleRefused = useRefusal('admin');
  const client = useQueryClient();
  // A retry after a lost response starts no second operation.
  const keys = useDecisionKeys();
  const preview = useQuery({
    // Not below the key of the board, which is read again after the decision and with each change of others: that would
    // check everybody again.
    queryKey: ['offer-missing-preview', chosen],
    queryFn: ({ signal }) => engine.startOfferMissing({ body: { ...chosen, dryRun: true }, signal }),
    gcTime: 0,
    enabled: roleRefused === null,
  });
  const { data, error } = preview;
  const assigned = data?.willAssign ?? 0;
  const reread = (): Promise<void> => client.invalidateQueries({ queryKey: ['readiness'] });
  const offer = async (): Promise<void> => {
    const { operationId } = await engine.startOfferMissing({ header: keys.of(chosen), body: chosen });
    showToast(words.done(assigned), operationId === null ? undefined : () => undoOperation(operationId).then(reread));
    if (operationId !== null) void followOperation(operationId, reread);
    await reread();
  };
  const refused = roleRefused ?? previewRefusal(preview, words.waits) ?? (assigned === 0 ? words.nothing : null);
  return (
    <DecisionDialog
      title={words.title(who)}
      sub={words.sub}
      button={data === undefined ? words.button : words.submit(assigned)}
      refused={refused}
      onDo={offer}
      onClose={onClose}
    >
      <FailedPreview {...preview} />
      {data === undefined && error === null && roleRefused === null && (
        <p className="muted" role="status">
          {words.checking}
        </p>
      )}
      {data !== undefined && <Expected result={data} />}
    </DecisionDialog>
  );
}

function Expected({ result }: { readonly result: Schemas['OfferMissingResult'] }): ReactNode {
  const words = text.readiness.missing;
  const { people, checked = 0, willAssign = 0, courses = [] } = result;
  const notes: ReadonlyArray<readonly [number | undefined, (count: number) => string]> = [
    [result.alreadyAssigned, words.already],
    [result.alreadyValid, words.valid],
    [result.exempt, words.exempt],
    [result.withoutCourse, words.without],
  ];
  return (
    <>
      <p className="medium" role="status">
        {words.will(willAssign)}
      </p>
      <ul className="plain-list">
        {courses.map(({ courseId, title, people: reached }) => (
          <li key={courseId}>{words.course(title, reached)}</li>
        ))}
      </ul>
      <ul className="plain-list muted">
        {notes.map(([count = 0, say]) => count > 0 && <li key={say(count)}>{say(count)}</li>)}
        {checked < people && <li>{words.part(number(checked), number(people))}</li>}
      </ul>
    </>
  );
}
