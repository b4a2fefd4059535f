import { MAX_TITLE_LENGTH } from '#catalog';
import { firstCharacters } from '#platform/text';

/** A topic as a title: `Forklift near misses`. */
export function topicTitle(topic: string): string {
  const [first = '', ...rest] = topic.trim();
  return shortTitle(first.toLocaleUpperCase('en') + rest.join(''));
}

/** A title that an edit accepts: a topic may be longer. */
export function shortTitle(title: string): string {
  return title.length <= MAX_TITLE_LENGTH ? title : `${firstCharacters(title, MAX_TITLE_LENGTH - 1).trimEnd()}…`;
}
