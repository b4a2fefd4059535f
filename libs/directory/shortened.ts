/** Characters of a caller's text that an error repeats. */
const MOST_CHARACTERS = 100;

/** A caller's text as an error repeats it, so that no answer is as long as the request. */
export function shortened(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
