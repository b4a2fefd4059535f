/**
 * How much of a name is read, in UTF-16 code units: of the name as it was sent, and again of the normalised name, since
 * NFKD turns one character into up to 18 (U+FDFA).
 */
export const LONGEST_NAME = 300;

/**
 * The longest word that is stemmed or corrected, and how much of a longer one is compared by trigrams. The longest word
 * of a published library has 35 letters.
 */
export const LONGEST_WORD = 40;
