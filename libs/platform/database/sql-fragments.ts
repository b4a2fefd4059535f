import { type RawQueryFragment, raw } from '@mikro-orm/postgresql';

/** A piece of SQL with its values, as the `sql` tag makes it: it may stand as a value within another one. */
export type SqlFragment = RawQueryFragment;

/** The fragments one after the other. @param separator SQL, such as ` and ` */
export function joinSql(fragments: readonly SqlFragment[], separator: string): SqlFragment {
  return raw(
    fragments.map(({ sql }) => sql).join(separator),
    fragments.flatMap(({ params }) => params),
  );
}
