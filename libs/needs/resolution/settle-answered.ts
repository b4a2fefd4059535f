import { sql } from '@mikro-orm/postgresql';
import { type WorkerKeyValues, findWorkers } from '#directory';
import { type SqlFragment, type TenantTransaction, anyTenant, byKey, ids, sqlArray } from '#platform/database';
import { audit } from '#tenancy';
import { NEWER_CREDENTIAL, stillRenewed } from '../credentials/close-renewed.js';
import { moveNeeds } from '../lifecycle/move-needs.js';
import { validSince } from '../offers/offer-settings.js';
import { RESOLVER } from './recommendation-changes.js';

/** The reason in the history of a need that is closed because its source repeats what was completed before. */
const ALREADY_ANSWERED = 'already_answered';
/** The same of one whose source has reported the condition once more, as another need that stays open instead. */
const REPORTED_AGAIN = 'reported_again';

/** A need with the keys of the worker whom its signal names. */
interface Repeated extends WorkerKeyValues {
  readonly id: string;
  /** The completed need that it repeats; null: it has been reopened or deleted since. */
  readonly answeredAs: string | null;
  /** The worker of that need; null: a cohort, or a worker who was not in the directory. */
  readonly answeredBy: string | null;
  /** Everybody whom it reaches has completed that need, recently enough. */
  readonly isAnswered: boolean;
  /** A newer credential has closed that need: it is answered while the worker holds such a credential. */
  readonly isRenewed: boolean;
}

/**
 * Settles the needs that `record.sql` stored as completed because their source repeats what a completed need was about.
 * If the completion still counts, such a need gets the worker and the recommendation of that need, and an entry in its
 * history. Otherwise it is reopened, and is unresolved. If another need holds its key meanwhile, it stays closed, and
 * is no completion that a later need repeats.
 * @param needIds UUIDs of closed needs; the others among them stay as they are
 * @returns the ids of the reopened ones
 */
export async function settleAnswered(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  const repeated = await tx.execute<Repeated[]>(
    repeatedStatement(tx.tenantId, needIds, await validSince(tx, new Date())),
  );
  if (repeated.length === 0) return [];
  const workerIds = await findWorkers(tx, repeated);
  const renewed = repeated.flatMap(({ answeredAs, isAnswered, isRenewed }) =>
    isAnswered && isRenewed && answeredAs !== null ? [answeredAs] : [],
  );
  const isStillRenewed = new Set(await stillRenewed(tx, renewed));
  const answered = repeated.flatMap(({ id, answeredAs, answeredBy, isAnswered, isRenewed }, index) => {
    const workerId = workerIds[index] ?? null;
    // Keys pass to other people: an e-mail address to a successor, for example.
    const isOther = workerId !== null && answeredBy !== null && workerId !== answeredBy;
    const counts = answeredAs !== null && isAnswered && (!isRenewed || isStillRenewed.has(answeredAs));
    return counts && !isOther ? [{ id, answeredAs }] : [];
  });
  for (const { id, answeredAs } of answered) auditCompleted(tx, id, ALREADY_ANSWERED, answeredAs);
  if (answered.length > 0) await tx.execute(settleStatement(tx.tenantId, answered));
  const known = new Set(answered.map(({ id }) => id));
  return reopen(
    tx,
    repeated.flatMap(({ id }) => (known.has(id) ? [] : [id])),
  );
}

async function reopen(tx: TenantTransaction, needIds: readonly string[]): Promise<string[]> {
  if (needIds.length === 0) return [];
  const move = { actor: RESOLVER, event: 'reopen', reason: 'completion_outdated' } as const;
  const { moved, refused } = await moveNeeds(tx, needIds, move);
  for (const { id, recurredAs } of refused) if (recurredAs !== null) auditCompleted(tx, id, REPORTED_AGAIN, recurredAs);
  return moved.map(({ id }) => id);
}

function auditCompleted(tx: TenantTransaction, id: string, reason: string, other: string): void {
  audit(tx, {
    actor: RESOLVER,
    action: 'need.completed',
    subject: { kind: 'need', id },
    before: { status: 'open' },
    after: { status: 'completed', reason, needId: ids.show('need', other) },
  });
}

/**
 * A need of people who are not in the directory has no shares: then the time at which it was completed counts. The site
 * of a need that is not resolved may be an alias.
 */
function repeatedStatement(tenantId: string, needIds: readonly string[], since: string): SqlFragment {
  return sql`
  select need.id, need.external_worker_id as "externalWorkerId", need.email, need.learner_id as "learnerId",
    prior.id as "answeredAs", prior.worker_id as "answeredBy", coalesce(
      case
        when not exists (
          select from need_person person where person.tenant_id = prior.tenant_id and person.need_id = prior.id
        ) then prior.closed_at >= ${since}
        else not exists (
          select from need_person person where person.tenant_id = prior.tenant_id and person.need_id = prior.id
            and (answered_at is null or answered_at < ${since})
        )
      end
      and not exists (
        select from worker where need.audience_kind = 'cohort' and worker.tenant_id = need.tenant_id and worker.active
          and worker.site_id = coalesce(
            (select site_id from site_alias alias
              where alias.tenant_id = need.tenant_id and alias.name_key = need.site_key),
            (select id from site where site.tenant_id = need.tenant_id and site.name_key = need.site_key)
          ) and not exists (
            select from need_person person where person.tenant_id = prior.tenant_id and person.need_id = prior.id
              and person.worker_id = worker.id
          )
      ), false) as "isAnswered",
    coalesce(prior.type like '%expir%' and (
      select after ->> 'reason'
      from ${byKey('audit_entry', sql`tenant_id = prior.tenant_id and subject_id = prior.id::text`)}
      where subject_kind = 'need' and action = 'need.completed' order by audit_entry.id desc limit 1
    ) = ${NEWER_CREDENTIAL}, false) as "isRenewed"
  from need left join lateral (
    select * from need as completed where completed.tenant_id = need.tenant_id
      and completed.dedupe_key = need.dedupe_key and completed.content = need.content
      and completed.status = 'completed' and completed.answered_as is null
    order by completed.closed_at desc limit 1
  ) as prior on true
  where need.tenant_id = ${tenantId} and need.id = any (${sqlArray(needIds)}::uuid[])
    and need.answered_as is not null and need.status = 'completed' and need.resolved_at is null`;
}

function settleStatement(
  tenantId: string,
  answered: ReadonlyArray<{ readonly id: string; readonly answeredAs: string }>,
): SqlFragment {
  return sql`
  update need set answered_as = prior.id, worker_id = prior.worker_id, worker_site_id = prior.worker_site_id,
    people = prior.people, recommendation = prior.recommendation, course_id = prior.course_id,
    offered_course_id = prior.offered_course_id, score = prior.score, evidence = prior.evidence, resolved_at = now()
  from jsonb_to_recordset(${JSON.stringify(answered)}::jsonb) as given (id uuid, "answeredAs" uuid)
    join need as prior on prior.tenant_id = ${anyTenant(tenantId)} and prior.id = given."answeredAs"
  where need.tenant_id = ${anyTenant(tenantId)} and need.id = given.id`;
}
