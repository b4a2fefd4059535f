// oxlint-disable-next-line no-restricted-imports -- joins the texts of fragments
import { type RawQueryFragment, raw } from '@mikro-orm/postgresql';

/** A piece of SQL with its values, created by the `sql` tag. It can be nested in another `sql` template. */
export type SqlFragment = RawQueryFragment;

/**
 * Joins fragments.
 * @param separator SQL, such as ` and `; never empty, because two adjacent placeholders (`??`) are an identifier to
 *   MikroORM
 */
export function joinSql(fragments: readonly SqlFragment[], separator: string): SqlFragment {
  return raw(
    fragments.map(({ sql }) => sql).join(separator),
    fragments.flatMap(({ params }) => params),
  );
}
