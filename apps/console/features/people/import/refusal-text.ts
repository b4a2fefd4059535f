import { text } from '../../../shared/text/text.js';

/** What the columns of a file become, as the page calls it. */
const WORDS = new Map<string, string>(Object.entries(text.people.import.fields));
/** Names that stand in a sentence as nothing but the name of a field, unlike `name` or `site`. */
const IDENTIFIERS = /\b(externalWorkerId|learnerId|expiresAt|doneAt)\b/g;

/** A field of the API as the page calls it. */
export function fieldText(field: string): string {
  return WORDS.get(field) ?? field;
}

/** Why a field is refused, without its name in front, which the engine's sentence may or may not have. */
export function reasonText(field: string, message: string): string {
  const reason = message.startsWith(`${field} `) ? message.slice(field.length + 1) : message;
  return reason.replaceAll(IDENTIFIERS, fieldText);
}
