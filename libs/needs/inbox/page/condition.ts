/** A piece of SQL with its positional parameters. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export function joined(parts: readonly Condition[], separator: string): Condition {
  return { sql: parts.map(({ sql }) => sql).join(separator), values: parts.flatMap(({ values }) => values) };
}

/** What any of them holds of. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const { sql, values } = joined(conditions, ' or ');
  return { sql: `(${sql})`, values };
}
