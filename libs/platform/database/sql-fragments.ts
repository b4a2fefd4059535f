// oxlint-disable-next-line no-restricted-imports -- joins the texts of fragments
import { type RawQueryFragment, raw, sql } from '@mikro-orm/postgresql';

/** A piece of SQL with its values, created by the `sql` tag. It can be nested in another `sql` template. */
export type SqlFragment = RawQueryFragment;

/**
 * Joins fragments.
 * @param separator SQL, such as ` and `; never empty, because two adjacent placeholders (`??`) are an identifier to
 *   MikroORM
 */
export function joinSql(fragments: readonly SqlFragment[], separator: string): SqlFragment {
  return raw(
    fragments.map((fragment) => fragment.sql).join(separator),
    fragments.flatMap(({ params }) => params),
  );
}

/** A condition that holds if any of these does; without any, it never holds. */
export function anyOf(conditions: readonly SqlFragment[]): SqlFragment {
  return conditions.length === 0 ? sql`false` : sql`(${joinSql(conditions, ' or ')})`;
}
