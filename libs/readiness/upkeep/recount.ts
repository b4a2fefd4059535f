import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Resolving, lockUpkeep } from '#needs';
import { Database, type SqlFragment, type TenantTransaction, tenantPages } from '#platform/database';
import { PeriodicTask, inTurn } from '#platform/lifecycle';
import { HOUR_MS } from '#platform/text';
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
/** How long a tenant's turn waits while needs are resolved. */
const MAX_PAUSE_MS = 1_000;

/**
 * Compares the stored readiness with the rule applied to the facts: a sample of each tenant once a day, all workers
 * once in four weeks. Compares the counts with the board once a day. A difference without a waiting mark is drift: it
 * is counted, logged and repaired. Each tenant has its hour, derived from its id, so that the work is spread over the
 * day.
 */
@Injectable()
export class Recount extends PeriodicTask {
  constructor(
    private readonly database: Database,
    private readonly resolving: Resolving,
  ) {
    super('the recount of readiness', HOUR_MS);
  }

  protected override async run(stopping: AbortSignal): Promise<number> {
    const hours = Math.floor(Date.now() / HOUR_MS);
    const due: Array<{ tenantId: string; isFull: boolean }> = [];
    for await (const tenantIds of tenantPages(this.database))
      for (const tenantId of tenantIds) {
        const number = Number.parseInt(tenantId.slice(-6), 16);
        if (number % HOURS !== hours % HOURS) continue;
        const isFull = number % DAYS_BETWEEN_FULL === Math.floor(hours / HOURS) % DAYS_BETWEEN_FULL;
        due.push({ tenantId, isFull });
      }
    await inTurn(due, async ({ tenantId, isFull }) => {
      if (stopping.aborted) return;
      await this.resolving.giveWay(MAX_PAUSE_MS);
      await this.recountTenant(tenantId, { isFull, stopping });
    });
    // Into the next hour, however long this one took: a run may begin half a second early.
    return (Math.floor(Date.now() / HOUR_MS) + 1) * HOUR_MS - Date.now() + 1_000;
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
  const drift = await recompute(
    tx,
    workerIds.map((id) => ({ tenantId, id })),
  );
  return { last: workerIds.at(-1) ?? null, drift };
}

/** A worker with waiting marks is out of date for now, which is no drift. */
const UNMARKED = sql`
  not exists (select from readiness_mark mark where mark.tenant_id = worker.tenant_id and mark.worker_id = worker.id)
  and not exists (select from readiness_mark mark where mark.tenant_id = worker.tenant_id and mark.worker_id is null)`;

function nextWorkers(tenantId: string, after: string | null): SqlFragment {
  const beyond = after === null ? sql`true` : sql`id > ${after}::uuid`;
  return sql`select id from worker where tenant_id = ${tenantId} and ${beyond} and ${UNMARKED} order by id
    limit ${WORKERS_PER_SET}`;
}

/** From a random id on: ids begin with their time, so that it lies between the first worker's and the last one's. */
function someWorkers(tenantId: string): SqlFragment {
  return sql`
    select id from worker where tenant_id = ${tenantId} and ${UNMARKED} and id >= (
      select uuid_floor(min_at + (max_at - min_at) * random()) from (
        select uuid_time((select id from worker where tenant_id = ${tenantId} order by id limit 1)) as min_at,
          uuid_time((select id from worker where tenant_id = ${tenantId} order by id desc limit 1)) as max_at
      ) as ends
    ) order by id limit ${SAMPLE}`;
}
