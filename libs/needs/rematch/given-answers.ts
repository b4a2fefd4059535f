import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';

/** What all undecided needs of one topic and category are told that are told the same. */
export interface GivenAnswer {
  /** By which needs with this topic and answer are found again. */
  readonly key: string;
  readonly topic: string;
  readonly category: string | null;
  readonly recommendation: string;
  readonly courseId: string | null;
  readonly evidence: readonly string[] | null;
  /** How many needs. */
  readonly needs: number;
}

/**
 * Only the undecided needs that nobody has yet to resolve: a person's decision stands, and the unresolved are matched
 * anyway.
 */
const RESOLVED = sql`status = 'open' and unresolved_since is null`;
/** One value, so that a need is looked up among thousands of answers in memory and not compared with each. */
const KEY = sql`md5(jsonb_build_array(topic, category, recommendation, course_id, evidence)::text)`;

/** The answers that the tenant's needs have now, each once. */
export function givenAnswers(tx: TenantTransaction): Promise<GivenAnswer[]> {
  return tx.execute<GivenAnswer[]>(
    sql`select ${KEY} as key, topic, category, recommendation, course_id as "courseId", evidence, count(*)::integer as needs from need
     where tenant_id = ${tx.tenantId} and ${RESOLVED} and topic is not null group by topic, category, recommendation, course_id, evidence`,
  );
}

/** Before the first of all needs. */
export const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Puts the next `limit` of the needs with these answers back among the unresolved, locked in the order in which
 * recording locks them.
 * @param after the last one of the step before, or {@link FIRST}
 * @returns the last one; null: there are no more
 */
export async function takeBack(
  tx: TenantTransaction,
  answers: readonly GivenAnswer[],
  after: string,
  limit: number,
): Promise<string | null> {
  const keys = sqlArray(answers.map(({ key }) => key));
  const [row] = await tx.execute<Array<{ last: string | null }>>(takeBackStatement(tx.tenantId, keys, after, limit));
  return row?.last ?? null;
}

/**
 * The needs are named by arrays: joined, each of them would be looked for among all of the tenant, of which PostgreSQL
 * expects one row.
 */
function takeBackStatement(tenantId: string, keys: string, after: string, limit: number): SqlFragment {
  return sql`
  with chosen as materialized (
    select id from need where tenant_id = ${tenantId} and id > ${after}::uuid and ${RESOLVED} and ${KEY} = any (${keys}::text[]) order by id limit ${limit}
  ), locked as materialized (
    select id from need where tenant_id = ${tenantId} and id = any (array(select id from chosen)) and ${RESOLVED} and ${KEY} = any (${keys}::text[])
    order by dedupe_key collate "C" for update
  ), taken as (
    update need set unresolved_since = now() where tenant_id = ${tenantId} and id = any (array(select id from locked))
  )
  select id as last from chosen order by id desc limit 1`;
}

/** Has the needs tried again at once whose resolution failed: what has changed may be what was wrong. */
export async function retryFailed(tx: TenantTransaction): Promise<void> {
  await tx.execute(
    sql`update need set unresolved_since = least(unresolved_since, now()) where tenant_id = ${tx.tenantId} and status = 'open' and closed_at is null and resolution_error is not null`,
  );
}
