/**
 * A PostgreSQL array literal (`{"a","b"}`), for `= any (${sqlArray(values)}::text[])`. As one constant it lets the
 * planner use an index or a hash, whatever size it estimates for the table.
 */
export function sqlArray(values: ReadonlyArray<string | null>): string {
  return `{${values.map(element).join(',')}}`;
}

function element(value: string | null): string {
  if (value === null) return 'null';
  return `"${/["\\]/.test(value) ? value.replaceAll(/["\\]/g, '\\$&') : value}"`;
}
