import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '#client';
import { followOperation, undoOperation, useDecisionKeys } from '../api/decisions.js';
import { engine } from '../api/engine.js';
import { problemText } from '../text/problem-text.js';
import { text } from '../text/text.js';
import { showToast } from '../ui/toasts.js';

interface Assign {
  /** How many people would get the course; null: not known yet. */
  readonly willAssign: number | null;
  /** Whether all of the chosen people have left, or nobody is chosen. */
  readonly isEmpty: boolean;
  /** Says that they are being counted; null: they are not. */
  readonly counting: string | null;
  /** Why the engine would refuse it, in words. */
  readonly problem: string | null;
  readonly assign: () => Promise<void>;
}

/** Assigns a course without a need, after a preview; the message has an undo button. */
export function useAssign({
  body,
  isReady,
  done,
}: {
  readonly body: Schemas['AssignBody'];
  /** Whether it can be sent as it is. */
  readonly isReady: boolean;
  /** What the message says. */
  readonly done: string;
}): Assign {
  const client = useQueryClient();
  // A retry after a lost response does not start a second operation.
  const keys = useDecisionKeys();
  const preview = useQuery({
    // Not below the key of the assignments, which are read again after the decision.
    queryKey: ['assign-preview', body],
    queryFn: ({ signal }) => engine.createAssignments({ body: { ...body, dryRun: true }, signal }),
    enabled: isReady,
    gcTime: 0,
    retry: false,
  });
  const reread = async (): Promise<void> => {
    await Promise.all(
      ['assignments', 'needs', 'readiness'].map((shown) => client.invalidateQueries({ queryKey: [shown] })),
    );
  };
  const assign = async (): Promise<void> => {
    const { operationId } = await engine.createAssignments({ header: keys.of(body), body });
    showToast(done, operationId === null ? undefined : () => undoOperation(operationId).then(reread));
    if (operationId !== null) void followOperation(operationId, reread);
    await reread();
  };
  const { people, counts } = preview.data ?? {};
  return {
    willAssign: counts?.willAssign ?? null,
    isEmpty: people === (counts?.left ?? 0),
    counting: isReady && preview.data === undefined && preview.error === null ? text.needs.many.counting : null,
    problem: isReady && preview.error !== null ? problemText(preview.error).what : null,
    assign,
  };
}
