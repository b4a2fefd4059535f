import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { text } from '../../../shared/text/text.js';
import { FailedPreview } from '../../../shared/ui/failed-preview.js';
import { previewRefusal } from '../../../shared/ui/preview-refusal.js';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { useDone } from '../data/actions.js';
import { audienceText, topicText } from '../words/need-words.js';
import { BulkPreview, bulkRefusal, useBulkPreview } from './bulk-preview.js';
import { type Chosen, selectionOf, sizeOf } from './chosen-needs.js';
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
  });
  const bulk = isOne ? null : { action: 'author' as const, ...selectionOf(chosen) };
  const preview = useBulkPreview(bulk);
  const figures = isOne ? cost.data : preview.data;

  const act = async (): Promise<void> => {
    if (chosen.kind !== 'one')
      return runBulk(chosen, { ...bulk, action: 'author' }, words.doneMany(preview.data?.drafts ?? 0), preview.data);
    const { need } = chosen;
    const body = cost.data?.isForced === true ? { force: true } : {};
    await engine.authorNeed({ path: { id: need.id }, header: keys.of(body), body });
    report({ ids: [], becomes: 'authoring', title: words.done });
  };

  return (
    <DecisionDialog
      title={isOne ? words.title : words.titleMany(preview.data?.needs ?? sizeOf(chosen))}
      sub={isOne ? `${topicText(chosen.need)}, ${audienceText(chosen.need).who}` : undefined}
      button={cost.data?.isForced === true ? words.buttonForce : words.button}
      refused={isOne ? previewRefusal(cost, words.counting) : bulkRefusal(preview)}
      onDo={act}
      onClose={onClose}
    >
      <FailedPreview {...cost} />
      {cost.data?.isForced === true && <p className="note soon">{words.forceNeeded}</p>}
      {figures !== undefined && preview.data?.willMove !== 0 && (
        <p className="lede">
          {figures.drafts === 0 ? words.joins : words.cost(figures.drafts ?? 1, figures.tokens ?? 0)}{' '}
          {figures.left !== undefined && words.left(figures.left)} {words.review}
        </p>
      )}
      {isOne && <SentRequests need={chosen.need.id} />}
      {!isOne && <BulkPreview preview={preview} />}
    </DecisionDialog>
  );
}

/** The cost of a draft; with `force` if the library already has a course. */
async function costOf(id: string) {
  try {
    return { ...(await engine.authorNeed({ path: { id }, body: { dryRun: true } })), isForced: false };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'course_available') throw error;
    return { ...(await engine.authorNeed({ path: { id }, body: { dryRun: true, force: true } })), isForced: true };
  }
}
