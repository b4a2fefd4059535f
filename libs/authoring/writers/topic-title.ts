/** A topic as a title: `Forklift near misses`. */
export function topicTitle(topic: string): string {
  const [first = '', ...rest] = topic.trim();
  return first.toLocaleUpperCase('en') + rest.join('');
}
