import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '#client';
import { showToast } from '../ui/toasts.js';
import { decisionText, fieldProblems, problemText } from '../text/problem-text.js';

/** A change of one record: what it is doing, and why the engine refused it. */
export interface Change<Input> {
  readonly busy: boolean;
  /** What the engine refused, in words. */
  readonly error: string | null;
  /** The same for a change for which nothing was entered. */
  readonly decisionError: string | null;
  /** What the engine refused in each field, by the field's name in the API. */
  readonly fields: ReadonlyMap<string, string>;
  /** @param after called when it is done */
  readonly run: (input: Input, after?: () => void) => void;
  /** Rejects with the engine's error, which a dialog shows. */
  readonly runInDialog: (input: Input) => Promise<void>;
}

/**
 * Changes a record, reads again what shows it, and shows a message.
 * @param keys prefixes of the keys of the queries that show the record; a constant
 */
export function useChange<Input>(
  keys: ReadonlyArray<readonly unknown[]>,
  change: (input: Input) => Promise<unknown>,
  done?: string | ((input: Input) => string),
): Change<Input> {
  const client = useQueryClient();
  const readAgain = (): Promise<unknown> => Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  const { mutate, mutateAsync, isPending, error } = useMutation({
    mutationFn: change,
    onSuccess: async (_, input) => {
      await readAgain();
      if (done !== undefined) showToast(typeof done === 'string' ? done : done(input));
    },
    // A form keeps what is entered; beside or behind it, the page shows what somebody else has saved.
    onError: (failure) => (failure instanceof ApiProblem && failure.status === 412 ? readAgain() : undefined),
  });
  return {
    busy: isPending,
    error: error === null ? null : problemText(error).what,
    decisionError: error === null ? null : decisionText(error),
    fields: fieldProblems(error),
    run: (input, after) => mutate(input, { onSuccess: after }),
    runInDialog: async (input) => {
      await mutateAsync(input);
    },
  };
}
