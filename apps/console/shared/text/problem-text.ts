import { ApiProblem } from '#client';
import { FileChanged } from '../files/sent-file.js';
import { text } from './text.js';

/** An error in words for the person, and its details for support. */
export function problemText(error: unknown): { readonly what: string; readonly details: string } {
  if (error instanceof ApiProblem) {
    const known = { 401: text.common.errors.signedOut, 412: text.common.errors.changedElsewhere };
    if (error.status === 401 || error.status === 412)
      return { what: known[error.status], details: `${error.status} ${error.code}` };
    const fields = error.errors.map(({ field, message }) => `${field} ${message}`).join('; ');
    return { what: sentence(fields === '' ? error.message : fields), details: `${error.status} ${error.code}` };
  }
  if (error instanceof FileChanged) return { what: text.common.errors.fileChanged, details: error.message };
  // `fetch` throws a TypeError if there is no answer.
  if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
    return { what: text.common.errors.unreachable, details: error.message };
  return { what: text.common.errors.unexpected, details: error instanceof Error ? error.message : String(error) };
}

/** Whether a repetition may succeed: there was no answer, or the engine or something before it was unavailable. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 429 || error.status >= 500;
}

/** What the engine refused in each field, by the field's name in the API. */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  const errors = error instanceof ApiProblem ? error.errors : [];
  return new Map(errors.map(({ field, message }) => [field, sentence(unnamed(field, message))]));
}

/** Some sentences begin with the field's name, which its label says. */
function unnamed(field: string, message: string): string {
  return message.startsWith(`${field} `) ? message.slice(field.length + 1) : message;
}

function sentence(words: string): string {
  const [first = '', ...others] = words;
  return `${first.toUpperCase()}${others.join('')}${words.endsWith('.') ? '' : '.'}`;
}
