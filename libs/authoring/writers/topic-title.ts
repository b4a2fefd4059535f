import { startOf } from '#platform/text';

/** Characters of a title, at most, as of an edit (`draft.dto.ts`): a topic may have more. */
const LONGEST = 200;

/** A topic as a title: `Forklift near misses`. */
export function topicTitle(topic: string): string {
  const [first = '', ...rest] = topic.trim();
  return shortTitle(first.toLocaleUpperCase('en') + rest.join(''));
}

/** A title that an edit accepts. */
export function shortTitle(title: string): string {
  return title.length <= LONGEST ? title : `${startOf(title, LONGEST - 1).trimEnd()}…`;
}
