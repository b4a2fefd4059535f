/**
 * An array as PostgreSQL reads it from text (`{"a","b"}`), for `= any (?::text[])`: as a parameter it is a constant to
 * the planner, which looks its elements up in an index, or in a hash, whatever it believes of the table's size.
 */
export function sqlArray(values: ReadonlyArray<string | null>): string {
  return `{${values.map(element).join(',')}}`;
}

function element(value: string | null): string {
  if (value === null) return 'null';
  return `"${/["\\]/.test(value) ? value.replaceAll(/["\\]/g, '\\$&') : value}"`;
}
