/** The words of a text, without duplicates: runs of letters and digits, in lower case. */
export function wordsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu),
    ),
  ];
}
