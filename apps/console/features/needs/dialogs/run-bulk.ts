import { useQueryClient } from '@tanstack/react-query';
import { engine } from '../../../shared/api/engine.js';
import { undoOperation, useDecisionKeys } from '../../../shared/api/decisions.js';
import { useDone } from '../data/actions.js';
import type { BulkBody } from './bulk-preview.js';
import type { Many } from './chosen-needs.js';

/** Starts an operation on the selection. It runs in the background, and its message has an undo button. */
export function useRunBulk(): (chosen: Many, body: BulkBody, title: string) => Promise<void> {
  const { report } = useDone();
  const client = useQueryClient();
  const keys = useDecisionKeys();
  return async (chosen, body, title) => {
    const { operationId } = await engine.startBulk({ header: keys.of(body), body });
    report({
      // Needs for which a course is drafted stay in the inbox.
      ids: body.action === 'author' ? [] : chosen.ids,
      title,
      ...(operationId === null ? {} : { undo: () => undoOperation(operationId) }),
    });
    chosen.onDone();
    if (chosen.kind === 'query') await client.invalidateQueries({ queryKey: ['needs', 'list'] });
  };
}
