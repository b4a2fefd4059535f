/**
 * The form of a text for comparing what people typed: texts that differ only in case, accents or blanks have the same
 * form. A text of nothing but accents keeps them, so that only blank text has an empty form.
 *
 * Accents are the combining marks U+0300 to U+036F of the Latin, Greek and Cyrillic scripts. Marks of other scripts are
 * vowels, and without them different words would be the same.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const decomposed = text.normalize('NFKD');
  const bare = decomposed.replaceAll(ACCENTS, '');
  return (
    (bare.trim() === '' ? decomposed : bare)
      .replaceAll(BLANKS, ' ')
      .trim()
      .toLowerCase()
      // The end of a word has another small sigma.
      .replaceAll('ς', 'σ')
  );
}

/** Words of printable ASCII with single blanks between them. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const ACCENTS = /[\u0300-\u036F]/g;
const BLANKS = /\s+/g;
