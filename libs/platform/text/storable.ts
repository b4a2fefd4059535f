/** PostgreSQL stores neither NUL nor lone surrogates. */
export const STORABLE = /^[^\0\p{Cs}]*$/u;

/** The error message for text that cannot be stored. */
export const UNSTORABLE = 'must be text without NUL or half a surrogate pair';

export function isStorable(text: string): boolean {
  return STORABLE.test(text);
}
