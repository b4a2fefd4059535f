import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { decisionKey } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { shortTime } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { ShownSecret } from '../../../shared/ui/shown-secret.js';
import { FieldError } from '../../../shared/ui/text-field.js';

type Learning = Schemas['AssignmentLearning'];

const SHOWN_BY = [['assignments']];

/** How far a learner is with an assigned course: the link that opens it, and the attempts at its quiz. */
export function LearningDialog({
  assignment,
  onClose,
}: {
  readonly assignment: Schemas['AssignmentView'];
  readonly onClose: () => void;
}): ReactNode {
  const words = text.people.assignments;
  const { id, worker, course, status } = assignment;
  const refused = useRefusal('admin');
  const [made, setMade] = useState<string | null>(null);
  const [isRevoking, setRevoking] = useState(false);
  const query = useQuery({
    queryKey: ['assignments', 'learning', id],
    queryFn: ({ signal }) => engine.getAssignmentLearning({ path: { id }, signal }),
    // The learner may have answered since: an attempt that fails changes nothing else.
    staleTime: 0,
  });
  const { data } = query;
  const make = useChange(SHOWN_BY, async () => {
    const { learnUrl } = await engine.createAssignmentLink({ path: { id }, header: decisionKey(), body: {} });
    setMade(learnUrl);
  });
  const revoke = useChange(
    SHOWN_BY,
    () => engine.revokeAssignmentLink({ path: { id }, header: { ...ifMatch(assignment), ...decisionKey() } }),
    words.learning.revoked,
  );
  if (made !== null)
    return <ShownSecret title={words.linkOf(worker.name)} secret={made} onClose={() => setMade(null)} />;
  return (
    // The link that is being made is shown once.
    <Dialog title={worker.name} sub={course.title} onClose={() => !make.busy && onClose()}>
      <div className="dialog-body">
        <div className="stack">
          <QueryState query={query} what={worker.name} failed={words.learning.failed} />
          {data !== undefined && (
            <>
              <h3>{words.learning.link}</h3>
              <LinkState link={data.link} />
              {make.error !== null && <FieldError>{make.error}</FieldError>}
              {status === 'assigned' && (
                <div className="bar">
                  <Button refused={refused} busy={make.busy} onClick={() => make.run(undefined)}>
                    {data.link === null ? words.learning.make : words.learning.replace}
                  </Button>
                  {data.link !== null && (
                    <>
                      <Button refused={refused} onClick={() => setRevoking(true)}>
                        {words.learning.revoke}
                      </Button>
                      <span className="faint">{words.learning.replaceHelp}</span>
                    </>
                  )}
                </div>
              )}
              <h3>{words.learning.attempts}</h3>
              <Attempts attempts={data.attempts} />
            </>
          )}
        </div>
      </div>
      {isRevoking && (
        <ConfirmDialog
          title={words.learning.revokeTitle}
          sub={`${worker.name}: ${course.title}`}
          button={words.learning.revoke}
          help={words.learning.revokeHelp}
          onDo={() => revoke.runInDialog(undefined)}
          onClose={() => setRevoking(false)}
        />
      )}
    </Dialog>
  );
}

function LinkState({ link }: Pick<Learning, 'link'>): ReactNode {
  const words = text.people.assignments.learning;
  const zone = useZone();
  const now = useNow();
  if (link === null) return <p className="muted">{words.none}</p>;
  return <p>{words.until(shortTime(link.createdAt, zone, now), shortTime(link.expiresAt, zone, now))}</p>;
}

function Attempts({ attempts }: Pick<Learning, 'attempts'>): ReactNode {
  const words = text.people.assignments.learning;
  const zone = useZone();
  const now = useNow();
  if (attempts.length === 0) return <p className="muted">{words.noAttempt}</p>;
  return (
    <ul className="stack tight">
      {attempts.map(({ id, at, correct, questions, passed }) => (
        <li key={id} className="bar">
          <Mark shape={passed ? 'ready' : 'soon'}>{passed ? words.passed : words.notPassed}</Mark>
          <span>{words.attempt(correct, questions)}</span>
          <span className="faint">{shortTime(at, zone, now)}</span>
        </li>
      ))}
    </ul>
  );
}
