import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { problemText } from '../../../shared/text/problem-text.js';
import { text } from '../../../shared/text/text.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { useDone } from '../data/actions.js';
import { audienceText, topicText } from '../words/need-words.js';
import { BulkPreview, useBulkPreview } from './bulk-preview.js';
import { type Chosen, selectionOf } from './chosen-needs.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { useRunBulk } from './run-bulk.js';
import { SentRequests } from './sent-requests.js';

/** Says what a draft costs before it is started. */
export function AuthorDialog({
  chosen,
  onClose,
}: {
  readonly chosen: Chosen;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.needs.author;
  const { report } = useDone();
  const runBulk = useRunBulk();
  const keys = useDecisionKeys();
  const isOne = chosen.kind === 'one';
  const id = isOne ? chosen.need.id : null;
  const cost = useQuery({
    queryKey: ['needs', 'author', id],
    queryFn: () => costOf(id ?? ''),
    enabled: isOne,
    staleTime: 0,
    retry: false,
  });
  const bulk = isOne ? null : { action: 'author' as const, ...selectionOf(chosen) };
  const preview = useBulkPreview(bulk);
  const figures = isOne ? cost.data : preview.data;

  const act = async (): Promise<void> => {
    if (chosen.kind !== 'one')
      return runBulk(chosen, { ...bulk, action: 'author' }, words.doneMany(preview.data?.drafts ?? 0), preview.data);
    const { need } = chosen;
    const body = cost.data?.isForced === true ? { force: true } : {};
    await engine.authorAuthor({ path: { id: need.id }, header: keys.of(body), body });
    report({ ids: [], title: words.done });
  };

  return (
    <DecisionDialog
      title={isOne ? words.title : words.titleMany(preview.data?.needs ?? chosen.ids.length)}
      sub={isOne ? `${topicText(chosen.need)}, ${audienceText(chosen.need).who}` : undefined}
      button={cost.data?.isForced === true ? words.buttonForce : words.button}
      refused={figures === undefined ? words.counting : null}
      onDo={act}
      onClose={onClose}
    >
      {cost.error !== null && <FieldError>{problemText(cost.error).what}</FieldError>}
      {cost.data?.isForced === true && <p className="note soon">{words.forceNeeded}</p>}
      {figures !== undefined && (
        <p className="lede">
          {figures.drafts === 0 ? words.joins : words.cost(figures.drafts ?? 1, figures.tokens ?? 0)}{' '}
          {figures.left !== undefined && words.left(figures.left)} {words.review}
        </p>
      )}
      {isOne && <SentRequests need={chosen.need.id} />}
      {!isOne && <BulkPreview result={preview.data} error={preview.error} />}
    </DecisionDialog>
  );
}

/** The cost of a draft; with `force` if the library already has a course. */
async function costOf(id: string) {
  try {
    return { ...(await engine.authorAuthor({ path: { id }, body: { dryRun: true } })), isForced: false };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'course_available') throw error;
    return { ...(await engine.authorAuthor({ path: { id }, body: { dryRun: true, force: true } })), isForced: true };
  }
}
