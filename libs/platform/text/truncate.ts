import { firstCharacters } from './first-characters.js';

/** The maximum length of a caller's text in an error message. */
const MAX_CHARACTERS = 100;

/** A caller's text, or its beginning and "…", for a message: no response is as long as the request. */
export function truncate(text: string, most = MAX_CHARACTERS): string {
  return text.length <= most ? text : `${firstCharacters(text, most)}…`;
}
