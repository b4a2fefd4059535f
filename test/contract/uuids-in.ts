const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/**
 * Every place of a value that has a UUID, which no answer of the API may have: `items.0.after.input.courseId: 0193…`.
 */
export function uuidsIn(value: unknown, place = ''): string[] {
  if (typeof value === 'string') return UUID.test(value) ? [`${place}: ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => uuidsIn(item, place === '' ? name : `${place}.${name}`));
}
