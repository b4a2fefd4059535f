import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ApiProblem, ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { courseQuery } from '../../../shared/pickers/course-title.js';
import { decisionText } from '../../../shared/text/problem-text.js';
import { type Role, roleRefusal, useSession } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { PackageLinks } from '../../../shared/page/package-links.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { showToast } from '../../../shared/ui/toasts.js';
import type { Draft } from '../draft-data.js';

type Move = keyof typeof text.drafts.moves.done;

/** The moves that each status allows, the most likely first. */
const MOVES_OF: Readonly<Record<Draft['status'], readonly Move[]>> = {
  queued: ['cancel'],
  drafting: ['cancel'],
  ready: ['submit', 'cancel'],
  in_review: ['approve', 'reject', 'cancel'],
  approved: ['publish', 'cancel'],
  published: [],
  rejected: ['cancel'],
  failed: ['retry'],
  cancelled: [],
};
const MIN_ROLE: Readonly<Record<Move, Role>> = {
  submit: 'author',
  approve: 'admin',
  reject: 'admin',
  publish: 'admin',
  cancel: 'author',
  retry: 'author',
};
/** Moves that a dialog confirms first. */
const ASKED = ['reject', 'publish', 'cancel'] as const;
type Asked = (typeof ASKED)[number];

/** What may be done with a draft now, and why something may not. */
export function DraftMoves({ draft }: { readonly draft: Draft }): ReactNode {
  const words = text.drafts.moves;
  const { role } = useSession().user;
  const [asked, setAsked] = useState<Asked | null>(null);
  const call = useMove(draft);
  const act = useMutation({ mutationFn: (move: Move) => call(move) });
  const unsourced = draft.lessons.flatMap(({ claims }) => claims).filter(({ source }) => source === null).length;
  const refusal = (move: Move): string | null =>
    roleRefusal(role, MIN_ROLE[move]) ?? (move === 'approve' && unsourced > 0 ? words.waits(unsourced) : null);
  const isExportable = draft.status === 'approved' || draft.status === 'published';
  return (
    <div className="foot">
      {draft.status === 'in_review' && <p className="muted">{words.rule}</p>}
      {draft.status === 'rejected' && <p className="muted">{words.again}</p>}
      {draft.status === 'published' && <p className="muted">{words.course}</p>}
      {draft.courseId !== null && <CourseLink course={draft.courseId} />}
      {MOVES_OF[draft.status].map((move, index) => {
        const refused = refusal(move);
        const isAsked = ASKED.find((one) => one === move);
        return (
          <div key={move} className="move">
            <Button
              size="form"
              look={index === 0 && move !== 'cancel' ? 'primary' : move === 'cancel' ? 'ghost' : 'plain'}
              refused={refused}
              busy={act.isPending}
              onClick={() => (isAsked === undefined ? act.mutate(move) : setAsked(isAsked))}
            >
              {words[move]}
            </Button>
            {refused !== null && <p className="faint">{refused}</p>}
          </div>
        );
      })}
      {act.error !== null && <FieldError>{decisionText(act.error)}</FieldError>}
      {isExportable && <PackageLinks path={`/engine/v1/admin/drafts/${draft.id}/export`} label={words.exports} />}
      {asked !== null && (
        <MoveDialog move={asked} onDo={(reason) => call(asked, reason)} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

/** Leads to the course that a draft has become, unless it was deleted since. */
function CourseLink({ course }: { readonly course: string }): ReactNode {
  const words = text.drafts.moves;
  // The page of the course may have been shown before it was deleted.
  const { error } = useQuery({ ...courseQuery(course), staleTime: 0 });
  if (error instanceof ApiProblem && error.status === 404) return <p className="muted">{words.courseGone}</p>;
  return (
    <Link className="btn lg" to="/library/$course" params={{ course }}>
      {words.toCourse}
    </Link>
  );
}

/** Moves a draft, and has what shows drafts read again. */
function useMove(draft: Draft): (move: Move, reason?: string) => Promise<void> {
  const client = useQueryClient();
  const path = { id: draft.id };
  const header = ifMatch(draft);
  return async (move, reason = '') => {
    const moves: Readonly<Record<Move, () => Promise<Draft>>> = {
      submit: () => engine.submitDraft({ path, header }),
      approve: () => engine.approveDraft({ path, header }),
      reject: () => engine.rejectDraft({ path, header, body: { reason } }),
      publish: () => engine.publishDraft({ path, header }),
      cancel: () => engine.cancelDraft({ path, header }),
      retry: () => engine.retryDraft({ path, header }),
    };
    await moves[move]();
    showToast(text.drafts.moves.done[move]);
    await client.invalidateQueries({ queryKey: ['drafts'] });
  };
}

function MoveDialog({
  move,
  onDo,
  onClose,
}: {
  readonly move: Asked;
  readonly onDo: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.drafts.moves;
  const [reason, setReason] = useState('');
  if (move === 'reject')
    return (
      <DecisionDialog
        title={words.reject}
        button={words.sendBack}
        refused={reason.trim() === '' ? words.reason : null}
        onDo={() => onDo(reason.trim())}
        onClose={onClose}
      >
        <label className="field">
          <span>{words.reason}</span>
          <textarea
            className="in"
            rows={5}
            maxLength={2_000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
      </DecisionDialog>
    );
  const isPublish = move === 'publish';
  return (
    <ConfirmDialog
      title={isPublish ? words.publishTitle : words.cancelTitle}
      button={words[move]}
      help={isPublish ? words.publishHelp : words.cancelHelp}
      onDo={() => onDo('')}
      onClose={onClose}
    />
  );
}
