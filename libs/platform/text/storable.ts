/** PostgreSQL stores neither NUL nor lone surrogates. */
export const STORABLE = /^[^\0\p{Cs}]*$/u;

/** The error message for text that cannot be stored. */
export const UNSTORABLE = 'must be text without NUL or half a surrogate pair';

/** True for a text of more characters than `most`; one outside of the basic plane, such as an emoji, counts once. */
export function isLongerThan(text: string, most: number): boolean {
  return text.length > most && Array.from(text).length > most;
}

export function isStorable(text: string): boolean {
  return STORABLE.test(text);
}
