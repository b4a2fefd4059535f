/**
 * The words of a text, without duplicates: runs of letters, with their marks, and digits, in lower case. The small
 * letter of "İ" is "i", as in PostgreSQL and as people write it; in JavaScript it has a second character.
 */
export function wordsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll('i\u0307', 'i')
        .match(/[\p{L}\p{M}\p{N}]+/gu),
    ),
  ];
}
