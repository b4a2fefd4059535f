import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Resolving, lockUpkeep } from '#needs';
import {
  Database,
  type IdOfTenant,
  type SqlFragment,
  type TenantTransaction,
  anyTenant,
  sqlArray,
  tenantPages,
} from '#platform/database';
import { PeriodicTask, inTurn } from '#platform/lifecycle';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/text';
import { Tenant } from '#tenancy';
import { repairCounts } from '../counts/update-counts.js';
import { countDrift } from './readiness.metrics.js';
import { recompute } from './recompute.js';

const HOURS = 24;
/** The workers of a tenant that are compared each day. */
const SAMPLE = 500;
/** All workers of a tenant are compared once in so many days. */
const DAYS_BETWEEN_FULL = 28;
/** Workers that are compared in one transaction. */
const WORKERS_PER_SET = 500;
/** A process that begins to recount a tenant claims it for this time, and not until the end: it may be killed. */
const CLAIMED_FOR_HOURS = 20;
/** A tenant whose last recount began earlier than this is recounted outside of its hour. */
const OVERDUE_MS = 26 * HOUR_MS;
/** An hour recounts at most as many overdue tenants as due ones, and this many more. */
const MORE_OVERDUE = 10;
/** How long a tenant's turn waits while needs are resolved. */
const MAX_PAUSE_MS = 1_000;

/**
 * Compares the stored readiness with the rule applied to the facts: a sample of each tenant once a day, all workers
 * once in four weeks. Compares the counts with the board once a day. A difference without a waiting mark is drift: it
 * is counted, logged and repaired. Each tenant has its hour, derived from its id, so that the work is spread over the
 * day. If no worker process ran in that hour, or it ended before all workers were compared, a later one makes up for
 * it.
 */
@Injectable()
export class Recount extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly resolving: Resolving,
  ) {
    super('the recount of readiness', MINUTE_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    await this.recountDue(stopping);
    // Into the next hour, however long this one took: a run may begin half a second early.
    return (Math.floor(Date.now() / HOUR_MS) + 1) * HOUR_MS - Date.now() + 1_000;
  }

  /** Recounts the tenants whose turn it is, each in one of the worker processes. */
  async recountDue(stopping: AbortSignal): Promise<void> {
    const now = Date.now();
    const due: RecountedTenant[] = [];
    const overdue: RecountedTenant[] = [];
    for await (const tenantIds of tenantPages(this.database))
      for (const tenant of await this.read(tenantIds)) {
        if (isItsHour(tenant, now)) due.push(tenant);
        else if (isOverdue(tenant, now)) overdue.push(tenant);
      }
    // After a long outage, all are overdue.
    const madeUp = overdue.slice(0, due.length + MORE_OVERDUE);
    await inTurn([...due, ...madeUp], async (tenant) => {
      if (stopping.aborted) return;
      await this.resolving.giveWay(MAX_PAUSE_MS);
      if (!(await this.claim(tenant.id))) return;
      await this.recountTenant(tenant.id, { isFull: isFullDue(tenant, now), stopping });
      if (!stopping.aborted) await this.noteRecounted(tenant.id);
    });
  }

  private read(tenantIds: readonly string[]): Promise<RecountedTenant[]> {
    return this.database.asOperator((tx) =>
      tx.find(Tenant, { id: [...tenantIds] }, { fields: ['id', 'createdAt', 'recountedAt', 'recountBeganAt'] }),
    );
  }

  /** @returns whether no other process has recounted the tenant today */
  private async claim(tenantId: string): Promise<boolean> {
    const before = sql`now() - make_interval(hours => ${CLAIMED_FOR_HOURS})`;
    const claimed = await this.database.asOperator((tx) =>
      tx.nativeUpdate(
        Tenant,
        { id: tenantId, $or: [{ recountBeganAt: null }, { recountBeganAt: { $lt: before } }] },
        { recountBeganAt: sql`now()` },
      ),
    );
    return claimed > 0;
  }

  /** Until then, the tenant is overdue for its recount, and a complete one is due as before. */
  private async noteRecounted(tenantId: string): Promise<void> {
    await this.database.asOperator((tx) =>
      tx.nativeUpdate(Tenant, { id: tenantId }, { recountedAt: sql`recount_began_at` }),
    );
  }

  /** @returns how many workers had drifted */
  async recountTenant(
    tenantId: string,
    { isFull, stopping }: { isFull: boolean; stopping?: AbortSignal },
  ): Promise<number> {
    let drifted = 0;
    for (let after: string | null = null; ;) {
      const { last, drift }: RecountedSet = await this.database.asTenant(tenantId, (tx) =>
        recountSet(tx, { after, isFull }),
      );
      drifted += drift;
      if (!isFull || last === null || stopping?.aborted === true) break;
      after = last;
    }
    const counts = await this.database.asTenant(tenantId, recountCounts);
    countDrift(drifted, counts);
    if (drifted > 0) this.log.error({ tenantId, workers: drifted }, 'the readiness of workers differed from the facts');
    if (counts > 0) this.log.error({ tenantId, counts }, 'counts of people differed from the board');
    return drifted;
  }
}

type RecountedTenant = Pick<Tenant, 'id' | 'createdAt' | 'recountedAt' | 'recountBeganAt'>;

function numberOf({ id }: RecountedTenant): number {
  return Number.parseInt(id.slice(-6), 16);
}

function isItsHour(tenant: RecountedTenant, now: number): boolean {
  return numberOf(tenant) % HOURS === Math.floor(now / HOUR_MS) % HOURS;
}

/** One whose recount another process has begun since is not: that may still run. */
function isOverdue({ createdAt, recountedAt, recountBeganAt }: RecountedTenant, now: number): boolean {
  const isClaimed = now - (recountBeganAt?.getTime() ?? -Infinity) <= CLAIMED_FOR_HOURS * HOUR_MS;
  return !isClaimed && now - (recountedAt ?? createdAt).getTime() > OVERDUE_MS;
}

/** Whether the tenant's day of a complete recount is today, or was missed since the last recount. */
function isFullDue(tenant: RecountedTenant, now: number): boolean {
  const round = (time: number): number =>
    Math.floor((Math.floor(time / DAY_MS) - (numberOf(tenant) % DAYS_BETWEEN_FULL)) / DAYS_BETWEEN_FULL);
  return round(now) !== round(tenant.recountedAt?.getTime() ?? now - DAY_MS);
}

async function recountCounts(tx: TenantTransaction): Promise<number> {
  await lockUpkeep(tx);
  return repairCounts(tx);
}

interface RecountedSet {
  /** The last worker that was compared; null: there was none. */
  readonly last: string | null;
  readonly drift: number;
}

async function recountSet(
  tx: TenantTransaction,
  { after, isFull }: { after: string | null; isFull: boolean },
): Promise<RecountedSet> {
  await lockUpkeep(tx);
  const rows = await tx.execute<Array<{ id: string }>>(
    isFull ? nextWorkers(tx.tenantId, after) : someWorkers(tx.tenantId),
  );
  const workerIds = rows.map(({ id }) => id);
  if (workerIds.length === 0) return { last: null, drift: 0 };
  const { tenantId } = tx;
  const differing = await recompute(
    tx,
    workerIds.map((id) => ({ tenantId, id })),
  );
  return { last: workerIds.at(-1) ?? null, drift: await countUnmarked(tx, differing) };
}

/** The condition that a worker has no mark of their own: the next sets of marked workers have them. */
function hasNoMark(tenantId: string, workerId: SqlFragment): SqlFragment {
  return sql`not exists (
    select from readiness_mark mark where mark.tenant_id = ${anyTenant(tenantId)} and mark.worker_id = ${workerId})`;
}

/**
 * How many of these workers no waiting mark names. The others are out of date for now, which is no drift: a fact about
 * them has changed, perhaps since this recount began. A mark of a need names whom the need reaches, or has reached; a
 * need that a signal has changed is marked when it is resolved.
 */
async function countUnmarked(tx: TenantTransaction, workers: readonly IdOfTenant[]): Promise<number> {
  if (workers.length === 0) return 0;
  const { tenantId } = tx;
  const rows = await tx.execute<object[]>(sql`
    with naming as materialized (
      select need_id, worker_ids from readiness_mark where tenant_id = ${tenantId} and worker_id is null
      union all
      select id, null from need where tenant_id = ${tenantId} and unresolved_since is not null
    )
    select from unnest(${sqlArray(workers.map(({ id }) => id))}::uuid[]) as given (id)
    where ${hasNoMark(tenantId, sql`given.id`)} and not exists (
        select from naming where need_id is null and (worker_ids is null or given.id = any (worker_ids))
      ) and not exists (
        select from naming join need_person person on person.need_id = naming.need_id
        where person.tenant_id = ${anyTenant(tenantId)} and person.worker_id = given.id
      ) and not exists (
        select from naming join readiness_cause cause on cause.ref_id = naming.need_id
        where cause.tenant_id = ${anyTenant(tenantId)} and cause.worker_id = given.id
      )`);
  return rows.length;
}

function nextWorkers(tenantId: string, after: string | null): SqlFragment {
  const beyond = after === null ? sql`true` : sql`id > ${after}::uuid`;
  return sql`select id from worker where tenant_id = ${tenantId} and ${beyond}
    and ${hasNoMark(tenantId, sql`worker.id`)} order by id limit ${WORKERS_PER_SET}`;
}

/** From a random id on: ids begin with their time, so that it lies between the first worker's and the last one's. */
function someWorkers(tenantId: string): SqlFragment {
  return sql`
    select id from worker where tenant_id = ${tenantId} and ${hasNoMark(tenantId, sql`worker.id`)} and id >= (
      select uuid_floor(min_at + (max_at - min_at) * random()) from (
        select uuid_time((select id from worker where tenant_id = ${tenantId} order by id limit 1)) as min_at,
          uuid_time((select id from worker where tenant_id = ${tenantId} order by id desc limit 1)) as max_at
      ) as ends
    ) order by id limit ${SAMPLE}`;
}
