/** The first characters of a text, in UTF-16 code units, without half a surrogate pair at their end. */
export function firstCharacters(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Cs}$/u, '');
}
