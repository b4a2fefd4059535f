import { text } from '../../../shared/text/text.js';
import type { ImportKind } from './import-kinds.js';

/** The labels of the fields to which columns are mapped. */
const WORDS = new Map<string, string>([...Object.entries(text.people.import.fields), ['row', text.people.import.row]]);
/** Names that can only be the name of a field in a sentence, unlike `name` or `site`. */
const IDENTIFIERS = /\b(externalWorkerId|learnerId|firstName|lastName|expiresAt|doneAt)\b/g;

/** A field of the API as the page calls it: the name of a credential is not that of its holder. */
export function fieldText(kind: ImportKind, field: string): string {
  return kind === 'credentials' && field === 'name' ? text.people.import.fields.credential : labelOf(field);
}

function labelOf(field: string): string {
  return WORDS.get(field) ?? field;
}

const REASONS = text.people.import.reasons;
type Word = (given: string, other: string) => string;

/** The rules that a row can break, as the engine states them: it gives no codes. */
const RULES: ReadonlyArray<readonly [RegExp, Word]> = [
  [/^one of externalWorkerId, email and learnerId is required$/, () => REASONS.noKey],
  [/^(?:is required|must not be null)$/, () => REASONS.missing],
  [/^must (?:not be blank|have 1 to \d+ characters)$/, () => REASONS.missing],
  [/^must have (?:texts of )?at most (\d+) characters$/, (most) => REASONS.tooLong(most)],
  [/^must (?:contain no more than|have at most) (\d+) (?:elements|values)$/, (most) => REASONS.tooMany(most)],
  [/^must be an e-mail address$/, () => REASONS.noEmail],
  [/^must be a boolean value$/, () => REASONS.noBoolean],
  [/^must be a day as (\S+), or as YYYY-MM-DD$/, (format) => REASONS.noDayAs(format)],
  [/^must be a (?:day|date)\b/, () => REASONS.noDay],
  [/^must be text without NUL or half a surrogate pair$/, () => REASONS.noText],
  [/^names no worker$/, () => REASONS.noWorker],
  [/^belongs to another worker$/, () => REASONS.taken],
  [/^same \S+ as row (\d+)$/, (row) => REASONS.repeated(row)],
  [/^has (\d+) cells where the header has (\d+)$/, (cells, columns) => REASONS.cells(cells, columns)],
];

/** Why a field of a row is refused. A rule that the page does not know is shown in the engine's words. */
export function reasonText(message: string): string {
  const stated = message.replace(/^each value /, '');
  for (const [pattern, words] of RULES) {
    const found = pattern.exec(stated);
    if (found !== null) return words(found[1] ?? '', found[2] ?? '');
  }
  return stated.replaceAll(IDENTIFIERS, labelOf);
}
