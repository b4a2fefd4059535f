import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, type InputOf, ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { problemText } from '../../../shared/text/problem-text.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { showToast } from '../../../shared/ui/toasts.js';
import type { Draft } from '../draft-data.js';

type Changes = InputOf<'changeDraft'>['body'];

const EDITABLE: ReadonlySet<Draft['status']> = new Set(['ready', 'in_review', 'rejected']);

export interface Save {
  /** Why the draft cannot be edited; null: it can. */
  readonly refused: string | null;
  readonly busy: boolean;
  /** What the engine refused, in words. */
  readonly error: string | null;
  readonly save: (changes: Changes, done?: { readonly said?: string; readonly after?: () => void }) => void;
}

/**
 * Saves changes of a draft as its next version.
 * @param draft the version that they replace
 */
export function useSave(draft: Draft): Save {
  const words = text.drafts.one;
  const roleRefused = useRefusal('author');
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (body: Changes) => engine.changeDraft({ path: { id: draft.id }, header: ifMatch(draft), body }),
    onSuccess: (saved) => {
      client.setQueryData(['drafts', 'one', draft.id], saved);
      // Not awaited: the form that was saved closes at once, and is left without a question.
      void client.invalidateQueries({ queryKey: ['drafts'] });
    },
  });
  const refused = roleRefused ?? (EDITABLE.has(draft.status) ? null : text.drafts.statuses[draft.status]);
  const isStale = error instanceof ApiProblem && error.status === 412;
  return {
    refused,
    busy: isPending,
    error: error === null ? null : isStale ? words.editedElsewhere : problemText(error).what,
    save: (changes, { said, after } = {}) =>
      mutate(changes, {
        onSuccess: ({ version }) => {
          showToast(said ?? words.saved(version));
          after?.();
        },
      }),
  };
}
