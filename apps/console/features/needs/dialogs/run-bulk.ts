import { useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { followOperation, undoOperation, useDecisionKeys } from '../../../shared/api/decisions.js';
import { rereadListsOf, useDone } from '../data/actions.js';
import type { BulkBody } from './bulk-preview.js';
import type { Many } from './chosen-needs.js';

const BECOMES = { offer: 'offered', dismiss: 'dismissed', snooze: 'snoozed', author: 'authoring' } as const;

/**
 * Starts an operation on the selection. It runs in the background, and its message has an undo button. Rows that all
 * leave the list leave it at once; if some stay, or the operation stops early, the list is read again when it has
 * ended.
 * @param expected what the preview has said
 */
export function useRunBulk(): (
  chosen: Many,
  body: BulkBody,
  title: string,
  expected: Schemas['BulkResult'] | undefined,
) => Promise<void> {
  const { report } = useDone();
  const client = useQueryClient();
  const keys = useDecisionKeys();
  const reread = (): Promise<void> => client.invalidateQueries({ queryKey: ['needs', 'list'] });
  return async (chosen, body, title, expected) => {
    const { operationId } = await engine.startBulk({ header: keys.of(body), body });
    // Needs for which a course is drafted stay in the inbox.
    const doAllLeave = body.action !== 'author' && expected?.willMove === expected?.needs;
    const becomes = BECOMES[body.action];
    report({
      ids: doAllLeave ? chosen.ids : [],
      becomes,
      title,
      ...(operationId === null ? {} : { undo: () => undoOperation(operationId) }),
    });
    chosen.onDone();
    if (operationId === null) return;
    const mayStay = chosen.kind === 'query' || !doAllLeave;
    void followOperation(operationId, () => client.invalidateQueries({ queryKey: ['needs'] })).then((failed) => {
      if (body.action === 'author') return undefined;
      return mayStay || failed !== 0 ? reread() : rereadListsOf(client, becomes);
    });
  };
}
