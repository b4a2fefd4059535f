/** The maximum length of a caller's text in an error message. */
const MAX_CHARACTERS = 100;

/** Truncates a caller's text for an error message, so that no response is as long as the request. */
export function truncate(text: string): string {
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}
