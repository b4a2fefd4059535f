import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, type InputOf, ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { fieldProblems, problemText } from '../../../shared/text/problem-text.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import type { Refused } from '../../../shared/ui/form-problem.js';
import { showToast } from '../../../shared/ui/toasts.js';
import type { Draft } from '../draft-data.js';

type Changes = InputOf<'changeDraft'>['body'];

const EDITABLE: ReadonlySet<Draft['status']> = new Set(['ready', 'in_review', 'rejected']);

export interface Save extends Refused {
  /** Why the draft cannot be edited; null: it can. */
  readonly refused: string | null;
  readonly busy: boolean;
  /** @param done what the message says, what takes the save back by its button, and what happens after the save */
  readonly save: (
    changes: Changes,
    done?: { readonly said?: string; readonly undo?: Changes; readonly after?: () => void },
  ) => void;
}

/**
 * Saves changes of a draft as its next version.
 * @param draft the version that they replace
 */
export function useSave(draft: Draft): Save {
  const words = text.drafts.one;
  const roleRefused = useRefusal('author');
  const client = useQueryClient();
  const replace = async (former: Draft, body: Changes): Promise<Draft> => {
    const saved = await engine.changeDraft({ path: { id: draft.id }, header: ifMatch(former), body });
    client.setQueryData(['drafts', 'one', draft.id], saved);
    // Not awaited: the form that was saved closes at once, and is left without a question.
    void client.invalidateQueries({ queryKey: ['drafts'] });
    return saved;
  };
  const { mutate, isPending, error } = useMutation({ mutationFn: (body: Changes) => replace(draft, body) });
  const refused = roleRefused ?? (EDITABLE.has(draft.status) ? null : text.drafts.statuses[draft.status]);
  const isStale = error instanceof ApiProblem && error.status === 412;
  return {
    refused,
    busy: isPending,
    error: error === null ? null : isStale ? words.editedElsewhere : problemText(error).what,
    fields: fieldProblems(error),
    save: (changes, { said, undo, after } = {}) =>
      mutate(changes, {
        onSuccess: (saved) => {
          const back = undo && ((): Promise<void> => replace(saved, undo).then(() => undefined));
          showToast(said ?? words.saved(saved.version), back);
          after?.();
        },
      }),
  };
}
