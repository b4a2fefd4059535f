import type { Transaction } from '#platform/database';

/** What all undecided needs of one topic and category are told that are told the same. */
export interface GivenAnswer {
  readonly topic: string;
  readonly category: string | null;
  readonly recommendation: string;
  readonly courseId: string | null;
  readonly evidence: readonly string[] | null;
  /** How many needs. */
  readonly needs: number;
}

/** Only the undecided needs that nobody has yet to resolve: a person's decision stands, and the unresolved are matched anyway. */
const RESOLVED = `status = 'open' and unresolved_since is null`;

/** The answers that the tenant's needs have now, each once. */
export function givenAnswers(tx: Transaction, tenantId: string): Promise<GivenAnswer[]> {
  return tx.execute<GivenAnswer[]>(
    `select topic, category, recommendation, course_id as "courseId", evidence, count(*)::integer as needs from need
     where tenant_id = ? and ${RESOLVED} and topic is not null group by topic, category, recommendation, course_id, evidence`,
    [tenantId],
  );
}

/**
 * Puts up to `limit` of the needs with these answers back among the unresolved, locked in the order in which recording locks them.
 * @returns how many
 */
export async function takeBack(tx: Transaction, tenantId: string, answers: readonly GivenAnswer[], limit: number): Promise<number> {
  const rows = await tx.execute<unknown[]>(
    `with outdated as materialized (
       select * from jsonb_to_recordset(?::jsonb) as outdated (topic text, category text, recommendation text, "courseId" uuid, evidence jsonb)
     ), locked as materialized (
       select need.id from need join outdated on need.topic = outdated.topic and need.recommendation = outdated.recommendation
         and need.category is not distinct from outdated.category and need.course_id is not distinct from outdated."courseId"
         and need.evidence is not distinct from nullif(outdated.evidence, 'null')
       where need.tenant_id = ? and ${RESOLVED} order by dedupe_key collate "C" limit ? for update of need
     )
     update need set unresolved_since = now() from locked where need.tenant_id = ? and need.id = locked.id returning need.id`,
    [JSON.stringify(answers), tenantId, limit, tenantId],
  );
  return rows.length;
}

/** Has the needs tried again at once whose resolution failed: what has changed may be what was wrong. */
export async function retryFailed(tx: Transaction, tenantId: string): Promise<void> {
  await tx.execute(
    `update need set unresolved_since = least(unresolved_since, now()) where tenant_id = ? and status = 'open' and closed_at is null and resolution_error is not null`,
    [tenantId],
  );
}
