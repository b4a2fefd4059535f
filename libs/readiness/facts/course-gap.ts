import { topicIdentity } from '#catalog';

/** What a course is about, as a gap of the board: its first topic, or its title. */
export function courseGap({ title, topics }: { readonly title: string; readonly topics: readonly string[] }): string {
  return topicIdentity(topics[0] ?? title);
}
