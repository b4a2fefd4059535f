/**
 * The number of UTF-16 code units of a name that are read. It limits the name as sent, and then the normalised name,
 * since NFKD turns one character into up to 18 (U+FDFA).
 */
export const MAX_NAME_LENGTH = 300;

/**
 * Words up to this length are stemmed and corrected; of longer ones, this many letters are compared by trigrams. The
 * longest word of a published library has 35 letters.
 */
export const MAX_WORD_LENGTH = 40;
