/**
 * The number of UTF-16 code units of a name that are read. It limits the name as sent, and then the normalised name,
 * since NFKD turns one character into up to 18 (U+FDFA).
 */
export const MAX_NAME_LENGTH = 300;

/**
 * The part of a name that is read. Half of a character at its end is replaced, because evidence quotes the name, and
 * PostgreSQL stores no lone surrogates.
 */
export function readPart(name: string): string {
  return name.length <= MAX_NAME_LENGTH ? name : name.slice(0, MAX_NAME_LENGTH).toWellFormed();
}

/**
 * Words up to this length are stemmed and corrected; of longer ones, this many letters are compared by trigrams. The
 * longest word of a published library has 35 letters.
 */
export const MAX_WORD_LENGTH = 40;
