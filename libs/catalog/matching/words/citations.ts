/**
 * Sections of the Code of Federal Regulations and of codes that count alike: "29 CFR 1910.178(l)(4)", "§ 172.704",
 * "396.19". Paragraphs are left out, because courses cite sections. 1910 and 1926 are parts of it; later numbers of the
 * same form are years.
 */
const CITATION =
  /(?<![\p{L}\p{N}.,/:$€£])(?:\d{1,2} ?c\.?f\.?r\.? ?|§{1,2} ?)?(?!199\d|20\d\d)(\d{3,4})\.(\d{2,4})(?![\p{L}\p{N}]|[.,/]\d)(?:\([a-z\d]{1,4}\)){0,4}/giu;
const JOINED = /(?<![\p{L}\p{N}])(\d{3,4})point(\d{2,4})(?![\p{L}\p{N}])/gu;

/** Writes the sections that a text cites as single words: "49 CFR 172.704(a)(1)" → "172point704". */
export function joinCitations(text: string): string {
  return text.replaceAll(CITATION, '$1point$2');
}

/** Writes joined citations as people read them: "172point704" → "172.704". */
export function separateCitations(text: string): string {
  return text.replaceAll(JOINED, '$1.$2');
}

/** Whether a text is one joined citation. */
export function isCitation(text: string): boolean {
  return citationsIn(text)[0] === text;
}

/** Returns the joined citations of a normalised text. */
export function citationsIn(text: string): string[] {
  return [...text.matchAll(JOINED)].map(([citation]) => citation);
}
