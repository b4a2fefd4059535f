import { sql } from '@mikro-orm/postgresql';
import type { SqlFragment } from '#platform/database';

/**
 * Facts of each kind that are read for one worker: the worst, or the next to end. The limit bounds the work for a
 * worker, whatever source systems and imports have stored.
 */
export const MAX_FACTS = 200;

/** The first rows of each worker, of a select that numbers them by {@link placeBy}. */
export function firstOfEach(select: SqlFragment, most = MAX_FACTS): SqlFragment {
  return sql`select * from (${select}) as ranked where place <= ${most}`;
}

/** A column that numbers the rows of each worker in this order. @param worker the columns that name the worker */
export function placeBy(order: SqlFragment, worker = sql`worker_id`): SqlFragment {
  return sql`row_number() over (partition by ${worker} order by ${order}) as place`;
}
