import { ApiProblem } from '#client';
import { text } from '../text/text.js';

/** An error in words for a person, and the details for whoever helps them. */
export function problemText(error: unknown): { readonly what: string; readonly details: string } {
  if (error instanceof ApiProblem) {
    const fields = error.errors.map(({ field, message }) => `${field} ${message}`).join('; ');
    return { what: sentence(fields === '' ? error.message : fields), details: `${error.status} ${error.code}` };
  }
  // `fetch` throws a TypeError if there is no answer.
  if (error instanceof TypeError) return { what: text.common.errors.unreachable, details: error.message };
  return { what: text.common.errors.unexpected, details: error instanceof Error ? error.message : String(error) };
}

function sentence(words: string): string {
  const [first = '', ...others] = words;
  return `${first.toUpperCase()}${others.join('')}${words.endsWith('.') ? '' : '.'}`;
}
