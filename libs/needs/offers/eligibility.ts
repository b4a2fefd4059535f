import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { type SqlFragment, type TenantTransaction, anyTenant, byKey, sqlArray } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { dateColumns } from '#platform/text';
import { timeZone } from '#tenancy';
import { answeringCredentials, heldNames } from '../credentials/answering-credentials.js';
import type { CredentialTerms } from '../credentials/credential-terms.js';
import { demandedCredentials } from './demanded-credentials.js';
import type { PlannedOffers } from './planned-offer.js';
import type { ReachedPeople } from './reached-people.js';

/** The result of an offer for a person of its target: exactly one of these. */
export type Eligibility = 'will_assign' | 'already_assigned' | 'already_valid' | 'exempt' | 'left';

/** The reasons of a dismissal that exempt a person from training in the topic; `duplicate` and `other` do not. */
const EXEMPTING = sqlArray(['not_training', 'equivalent_held', 'wrong_target']);

/**
 * The eligibility of each person for each offer, as the start of a statement: a WITH clause with the common table
 * expressions `offered` and `eligibility`. Facts about the people are selected once, by arrays whose size the planner
 * knows, and then looked up in memory. With a join, or a subquery for each person, PostgreSQL would scan a table that
 * has no statistics yet for every person.
 */
export async function eligibilityOf(
  tx: TenantTransaction,
  { offers, validSince }: PlannedOffers,
  people: ReachedPeople,
): Promise<SqlFragment> {
  const { tenantId } = tx;
  const { workerIds } = people;
  const names = await heldNames(tx, workerIds);
  const hasAnswers = names.length > 0 || (await haveCompleted(tx, workerIds, offers, validSince));
  // The demanded ones are read from the signals of each need, unless nobody holds anything that could answer it.
  const demanded = hasAnswers ? await demandedCredentials(tx, offers) : [];
  const answering = answeringCredentials(names, demanded);
  const completedSince = new Map(demanded.map((credential) => [credential.key, renewedSince(credential, validSince)]));
  const given = JSON.stringify(
    offers.map(({ needId, courseId, dueAt }, offer) => ({
      offer,
      needId,
      courseId,
      ...dateColumns(dueAt),
      completedSince: completedSince.get(offer) ?? null,
    })),
  );
  const workers = sqlArray(workerIds);
  const answeringNames = sqlArray([...new Set(answering.map(({ nameKey }) => nameKey))]);
  const exempting = await exemptingTopics(tx, workers, offers);
  return sql`
  with offered as materialized (
    select ${tenantId}::uuid as tenant_id, offer, "needId" as need_id, "courseId" as course_id, day as due_on,
      coalesce(end_of_day(day, ${timeZone(tenantId)}), time) as due_at, "completedSince" as completed_since
    from jsonb_to_recordset(${given}::jsonb) as given (offer integer, "needId" uuid, "courseId" uuid, day date,
        time timestamptz, "completedSince" timestamptz)
  ), reached as materialized (
    ${reachedByOffer(people)}
  ), assigned_before as materialized (
    select worker_id, course_id from assignment where tenant_id = ${anyTenant(tenantId)} and status = 'assigned'
      and worker_id = any (${workers}::uuid[])
  ), completed_before as materialized (
    select worker_id, course_id, completed_at from completion where tenant_id = ${anyTenant(tenantId)}
      and completed_at >= ${validSince} and worker_id = any (${workers}::uuid[])
  ), renewed_before as materialized (
    select reached.worker_id, reached.offer from reached join offered on offered.offer = reached.offer
      join completed_before on completed_before.worker_id = reached.worker_id
        and completed_before.course_id = offered.course_id
    where completed_before.completed_at >= offered.completed_since
  ), answering as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(answering)}::jsonb) as answering (key integer, "nameKey" text,
      beyond timestamptz, since timestamptz)
  ), held_before as materialized (
    select credential.worker_id, offered.offer
    from ${people.offers === null ? heldByAny(tenantId, workers, answeringNames) : heldByReached(tenantId)}
      join offered on offered.offer = answering.key
    where (credential.expires_at is null or credential.expires_at > greatest(offered.due_at, answering.beyond, now()))
      and (answering.since is null or credential.updated_at >= answering.since)
  ), exempting as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(exempting)}::jsonb) as exempting (topic text, offer integer)
  ), dismissed_before as materialized (
    select worker_id, exempting.offer from (
      select tenant_id, id, worker_id, lower(topic) as topic from need
      where ${dismissedOf(tenantId, workers)} and lower(topic) = any (array(select topic from exempting)) offset 0
    ) as need join exempting on exempting.topic = need.topic
    where (
        select after ->> 'reason' from audit_entry where audit_entry.tenant_id = need.tenant_id
          and subject_kind = 'need' and subject_id = need.id::text and action = 'need.dismissed'
        order by audit_entry.id desc limit 1
      ) = any (${EXEMPTING}::text[])
  ), eligibility as materialized (
    select offered.tenant_id, offered.offer, offered.need_id, reached.worker_id, offered.course_id, offered.due_on,
      offered.due_at, case
      when not reached.active then 'left'
      when (reached.worker_id, offered.course_id) in (select worker_id, course_id from assigned_before)
        then 'already_assigned'
      when reached.is_required then 'will_assign'
      when offered.completed_since is null
        and (reached.worker_id, offered.course_id) in (select worker_id, course_id from completed_before)
        then 'already_valid'
      when (reached.worker_id, offered.offer) in (select worker_id, offer from renewed_before) then 'already_valid'
      when (reached.worker_id, offered.offer) in (select worker_id, offer from held_before) then 'already_valid'
      when (reached.worker_id, offered.offer) in (select worker_id, offer from dismissed_before) then 'exempt'
      else 'will_assign' end as outcome
    from reached join offered on offered.offer = reached.offer
  )`;
}

/** Whether one of the people has completed one of the courses, so that it may still be valid. */
async function haveCompleted(
  tx: TenantTransaction,
  workerIds: readonly string[],
  offers: PlannedOffers['offers'],
  validSince: string,
): Promise<boolean> {
  const courses = sqlArray([...new Set(offers.map(({ courseId }) => courseId))]);
  const [row] = await tx.execute<Array<{ found: boolean }>>(sql`
    select exists (
      select from completion where tenant_id = ${anyTenant(tx.tenantId)} and completed_at >= ${validSince}
        and worker_id = any (${sqlArray(workerIds)}::uuid[]) and course_id = any (${courses}::uuid[])
    ) as found`);
  return row?.found === true;
}

/**
 * Since when a course must have been completed to be valid beyond the expiry that an offer is about: who completed an
 * annual course ten months ago needs it again before the licence expires.
 * @returns ISO 8601; null: any valid completion counts, because there is no expiry, or none could be valid beyond it
 */
function renewedSince({ beyond, since }: CredentialTerms, validSince: string): string | null {
  const now = Date.now();
  if (beyond === null || since !== null || beyond.getTime() <= now) return null;
  const renewed = new Date(Date.parse(validSince) + beyond.getTime() - now);
  return renewed.getTime() > now ? null : renewed.toISOString();
}

/** The dismissed needs of the people whose dismissal has not ended, as a condition on `need`. */
function dismissedOf(tenantId: string, workers: string): SqlFragment {
  return sql`tenant_id = ${anyTenant(tenantId)} and status = 'dismissed' and quiet_until > now()
    and worker_id = any (${workers}::uuid[])`;
}

/**
 * The topics of dismissed needs of the people, in lower case, each with the offers, by their indexes, of that topic.
 */
async function exemptingTopics(
  tx: TenantTransaction,
  workers: string,
  offers: PlannedOffers['offers'],
): Promise<Array<{ topic: string; offer: number }>> {
  const dismissed = await tx.execute<Array<{ topic: string; name: string }>>(sql`
    select lower(topic) as topic, min(topic) as name from need
    where ${dismissedOf(tx.tenantId, workers)} and topic is not null group by lower(topic)`);
  if (dismissed.length === 0) return [];
  const offersOf = Map.groupBy(offers.entries(), ([, { topic }]) => (topic === null ? null : topicIdentity(topic)));
  const exempting: Array<{ topic: string; offer: number }> = [];
  for (const { topic, name } of dismissed) {
    for (const [offer] of offersOf.get(topicIdentity(name)) ?? []) exempting.push({ topic, offer });
    // People may have many dismissed needs, and a topic that was not compared lately takes some 0.4 ms.
    if (mustYield()) await yieldToEventLoop();
  }
  return exempting;
}

/** Each credential of the people with each offer that it may answer: every offer reaches all of them. */
function heldByAny(tenantId: string, workers: string, names: string): SqlFragment {
  return sql`(
    select worker_id, name_key, expires_at, updated_at from credential
    where tenant_id = ${anyTenant(tenantId)} and superseded_at is null and worker_id = any (${workers}::uuid[])
      and name_key = any (${names}::text[]) offset 0
  ) as credential join answering on answering."nameKey" = credential.name_key`;
}

/** The credentials that may answer an offer, of the people whom it reaches: one offer may reach each of thousands. */
function heldByReached(tenantId: string): SqlFragment {
  return sql`(
    select answering.*, reached.worker_id from reached join answering on answering.key = reached.offer offset 0
  ) as answering cross join lateral (
    select * from ${byKey(
      'credential',
      sql`tenant_id = ${anyTenant(tenantId)} and worker_id = answering.worker_id and name_key = answering."nameKey"`,
    )} where superseded_at is null
  ) as credential`;
}

/** Selects each offer with each person whom it reaches: `offer, worker_id, active, is_required`. */
function reachedByOffer({ offers, workerIds, active, isRequired = [] }: ReachedPeople): SqlFragment {
  const workers = sqlArray(workerIds);
  const actives = sqlArray(active.map(String));
  const required = sqlArray(isRequired.map(String));
  if (offers === null)
    return sql`select offered.offer, person.* from offered
      cross join unnest(${workers}::uuid[], ${actives}::boolean[], ${required}::boolean[]) as person (worker_id,
        active, is_required)`;
  return sql`select * from unnest(${sqlArray(offers.map(String))}::integer[], ${workers}::uuid[], ${actives}::boolean[],
      ${required}::boolean[]) as own (offer, worker_id, active, is_required)`;
}
