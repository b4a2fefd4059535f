import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids, sqlArray } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { loadFacts } from '../facts/load-facts.js';
import { isInAnyAudience } from '../marks/audience.js';
import { causesAt } from '../rule/causes-at.js';
import type { Audience, RequirementRule, Rules, WorkerFacts } from '../rule/facts.js';
import { STATUSES, type ReadinessStatus } from '../rule/kinds.js';
import { appliesTo, graceEndOf } from '../rule/requirements-of.js';
import { summaryOf } from '../rule/timeline.js';
import type { AffectedWorker, RequirementResult, RequirementView } from './requirement.view.js';

/** Workers that are checked. */
const MAX_CHECKED = 2_000;
const WORKERS_PER_SET = 500;
const MAX_SHOWN = 20;

/** The tenant's rules without a change and with it. */
interface BothRules {
  readonly before: Rules;
  readonly after: Rules;
  /** The change ends the waivers of the requirement. */
  readonly endsWaivers: boolean;
}

type Affected = Omit<RequirementResult, keyof RequirementView>;

/**
 * Determines whom a change of a requirement affects, by the rule of the board, at the instant from which the
 * requirement holds and once its days of grace are over.
 * @param audiences whom it is for, and was
 */
export async function affectedBy(
  tx: TenantTransaction,
  requirementId: string,
  audiences: readonly Audience[],
  rules: BothRules,
): Promise<Affected> {
  const requirement = rules.after.requirements.find(({ id }) => id === requirementId);
  if (requirement === undefined) throw new Error('a requirement that is not stored');
  const people = await selectPeople(tx, audiences.length === 0 ? [requirement.audience] : audiences);
  const others = rules.after.requirements.filter(({ id }) => id !== requirementId);
  const withoutGrace = { ...rules.after, requirements: [...others, { ...requirement, graceDays: 0 }] };
  const at = Math.max(Date.now(), requirement.from);
  const effects: RequirementEffect[] = [];
  for (let from = 0; from < people.checkedIds.length; from += WORKERS_PER_SET) {
    const facts = await loadFacts(tx, people.checkedIds.slice(from, from + WORKERS_PER_SET), at);
    for (const one of facts) {
      effects.push(effectOn(one, requirement, { ...rules, withoutGrace }, at));
      if (mustYield()) await yieldToEventLoop();
    }
  }
  return { ...countsOf(effects), people: people.total, sample: await sampleOf(tx, effects) };
}

async function selectPeople(
  tx: TenantTransaction,
  audiences: readonly Audience[],
): Promise<{ total: number; checkedIds: string[] }> {
  // The order of the digests of ids does not depend on properties of the workers.
  const [row] = await tx.execute<Array<{ total: number; checkedIds: string[] | null }>>(sql`
    with people as materialized (
      select id from worker where worker.tenant_id = ${tx.tenantId} and active
        and ${await isInAnyAudience(tx, audiences)}
    ), checked as (
      select id from people order by md5(id::text) limit ${MAX_CHECKED}
    )
    select (select count(*)::integer from people) as total, (select json_agg(id) from checked) as "checkedIds"`);
  return { total: row?.total ?? 0, checkedIds: row?.checkedIds ?? [] };
}

/** The effect of a requirement on one worker. */
interface RequirementEffect {
  readonly workerId: string;
  /** False: a change of the audience leaves the worker out. */
  readonly isMeant: boolean;
  readonly lacks: boolean;
  readonly isInGrace: boolean;
  readonly before: ReadinessStatus;
  readonly after: ReadinessStatus;
}

function effectOn(
  facts: WorkerFacts,
  requirement: RequirementRule,
  { before, after, endsWaivers, withoutGrace }: BothRules & { readonly withoutGrace: Rules },
  at: number,
): RequirementEffect {
  const others = facts.waivers.filter(({ requirementId }) => requirementId !== requirement.id);
  const isMeant = appliesTo(requirement, facts.worker);
  const alone = isMeant ? causesAt({ ...facts, waivers: [] }, { ...after, requirements: [requirement] }, at) : [];
  const reason = alone.find(
    ({ requirementId, kind }) => requirementId === requirement.id && kind !== 'credential_expiring',
  );
  return {
    workerId: facts.worker.id,
    isMeant,
    lacks: reason !== undefined,
    isInGrace: reason !== undefined && at < graceEndOf(requirement, facts.worker, after),
    before: summaryOf(causesAt(facts, before, at)).status,
    after: summaryOf(causesAt(endsWaivers ? { ...facts, waivers: others } : facts, withoutGrace, at)).status,
  };
}

function countsOf(effects: readonly RequirementEffect[]): Affected {
  const count = (isCounted: (effect: RequirementEffect) => boolean): number => effects.filter(isCounted).length;
  const become = (status: ReadinessStatus): number =>
    count(({ before, after }) => after === status && before !== status);
  return {
    checked: effects.length,
    alreadyMeet: count(({ isMeant, lacks }) => isMeant && !lacks),
    lacking: count(({ lacks }) => lacks),
    inGrace: count(({ isInGrace }) => isInGrace),
    notReady: count(({ after }) => after === 'not_ready'),
    atRisk: count(({ after }) => after === 'at_risk'),
    becomeNotReady: become('not_ready'),
    becomeAtRisk: become('at_risk'),
    becomeReady: become('ready'),
  };
}

/** Those whose status changes first, the worst before the others. */
async function sampleOf(tx: TenantTransaction, effects: readonly RequirementEffect[]): Promise<AffectedWorker[]> {
  const shown = effects
    .filter(({ lacks, before, after }) => lacks || before !== after)
    .toSorted(
      (one, other) =>
        Number(one.before === one.after) - Number(other.before === other.after) ||
        STATUSES.indexOf(one.after) - STATUSES.indexOf(other.after) ||
        (one.workerId < other.workerId ? -1 : 1),
    )
    .slice(0, MAX_SHOWN);
  const workerIds = sqlArray(shown.map(({ workerId }) => workerId));
  const workers = await tx.execute<Array<Pick<AffectedWorker, 'id' | 'name' | 'externalWorkerId' | 'email'>>>(sql`
    select id, name, external_worker_id as "externalWorkerId", email from worker
    where tenant_id = ${tx.tenantId} and id = any (${workerIds}::uuid[])`);
  const byId = new Map(workers.map((worker) => [worker.id, worker]));
  return shown.flatMap(({ workerId, before, after }) => {
    const worker = byId.get(workerId);
    return worker === undefined ? [] : [{ ...worker, id: ids.show('wrk', workerId), before, after }];
  });
}
