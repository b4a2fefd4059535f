import { ApiProblem } from '#client';
import { FileChanged } from '../files/sent-file.js';
import { NothingUndone } from './nothing-undone.js';
import { OperationFailed } from './operation-failed.js';
import { text } from './text.js';

/** An error in words for the person, and its details for support. */
export function problemText(error: unknown): { readonly what: string; readonly details: string } {
  if (error instanceof ApiProblem) {
    const fields = error.errors.map(({ field, message }) => `${field} ${message}`).join('; ');
    return {
      what: ownText(error) ?? sentence(fields === '' ? error.message : fields),
      details: `${error.status} ${error.code}`,
    };
  }
  if (error instanceof FileChanged) return { what: text.common.errors.fileChanged, details: error.message };
  if (error instanceof OperationFailed) {
    const kind = text.settings.operations.kinds[error.kind];
    return { what: text.common.errors.stopped(kind, sentence(error.message)), details: error.message };
  }
  if (error instanceof NothingUndone) return { what: text.common.errors.kept[error.why], details: error.message };
  // `fetch` throws a TypeError if there is no answer.
  if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
    return { what: text.common.errors.unreachable, details: error.message };
  return { what: text.common.errors.unexpected, details: error instanceof Error ? error.message : String(error) };
}

/** The error of a decision for which nothing was entered, in words. */
export function decisionText(error: unknown): string {
  const isOvertaken = error instanceof ApiProblem && error.status === 412;
  return isOvertaken ? text.common.errors.decideAgain : problemText(error).what;
}

/** The text of the console for an error; null: the engine's own text is shown. */
function ownText(error: ApiProblem): string | null {
  const { signedOut, changedElsewhere, tooLarge, unreachable } = text.common.errors;
  if (error.status === 401) return signedOut;
  if (error.status === 412) return changedElsewhere;
  if (error.code !== 'unreadable') return null;
  // A proxy before the engine has answered.
  return error.status === 413 ? tooLarge : isPassing(error) ? unreachable : null;
}

/** Whether a repetition may succeed: there was no answer, or the engine or something before it was unavailable. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ApiProblem) return error.status === 429 || error.status >= 500;
  return !(error instanceof NothingUndone);
}

/** What the engine refused in each field, by the field's name in the API. */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  const errors = error instanceof ApiProblem ? error.errors : [];
  return new Map(errors.map(({ field, message }) => [field, sentence(message)]));
}

function sentence(words: string): string {
  const [first = '', ...others] = words;
  return `${first.toUpperCase()}${others.join('')}${words.endsWith('.') ? '' : '.'}`;
}
