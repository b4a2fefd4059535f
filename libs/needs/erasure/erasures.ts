import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Erasure } from '#directory';
import {
  Database,
  DatabaseUnavailable,
  type PendingRows,
  PendingTenants,
  type TenantTransaction,
  ids,
  limitLockWaits,
} from '#platform/database';
import { PeriodicTask } from '#platform/lifecycle';
import { Tenant } from '#tenancy';
import { erasePerson } from './erase-person.js';

const EVERY_MS = 1_000;
/** After a failure: an erasure reads all of the tenant's rows. */
const RETRY_MS = 60_000;
/** How long an erasure delays those of other tenants by its wait for one lock. */
const LOCK_WAIT_MS = 5_000;
/** Requested erasures. */
export const REQUESTED: PendingRows = { table: sql`erasure`, where: sql`true` };

/**
 * Erases the personal data of deleted workers, each in one transaction, at the start of a worker process and every
 * second. If a process dies, its transaction is rolled back, and another process finds the request.
 */
@Injectable()
export class Erasures extends PeriodicTask {
  /** Until when the requests of a tenant are not tried, in `performance.now()` time. */
  private readonly pausedTenants = new Map<string, number>();
  /** Until when the request for a worker is not tried. */
  private readonly postponedWorkers = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly pending: PendingTenants,
  ) {
    super('the erasure of personal data', EVERY_MS);
  }

  /** Erases one person of each tenant: a tenant with many requests delays the others by one. */
  protected override async run(stopping: AbortSignal): Promise<number> {
    for (const waits of [this.pausedTenants, this.postponedWorkers])
      for (const [id, until] of waits) if (until <= performance.now()) waits.delete(id);
    let isAnyErased = false;
    for (const tenantId of await this.pending.find(REQUESTED))
      if (!stopping.aborted && !this.pausedTenants.has(tenantId) && (await this.tryNext(tenantId))) isAnyErased = true;
    return isAnyErased ? 0 : EVERY_MS;
  }

  /** @returns whether there was a request, and the person is erased */
  private async tryNext(tenantId: string): Promise<boolean> {
    let workerId: string | null = null;
    try {
      return await this.database.asTenant(tenantId, async (tx) => {
        const request = await this.nextRequest(tx);
        workerId = request?.workerId ?? null;
        if (request !== undefined) await this.erase(tx, request);
        return request !== undefined;
      });
    } catch (error) {
      this.postpone(tenantId, workerId, error);
      return false;
    }
  }

  /** Locks the oldest request that no other process works on, and that is not postponed. */
  private async nextRequest(tx: TenantTransaction): Promise<Erasure | undefined> {
    await limitLockWaits(tx, LOCK_WAIT_MS);
    const postponed = [...this.postponedWorkers.keys()];
    const [request] = await tx.find(Erasure, postponed.length === 0 ? {} : { workerId: { $nin: postponed } }, {
      orderBy: { requestedAt: 'asc' },
      limit: 1,
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
    });
    return request;
  }

  private async erase(tx: TenantTransaction, request: Erasure): Promise<void> {
    const { tenantId } = tx;
    const rows = await erasePerson(tx, request);
    const { slug } = await tx.findOneOrFail(Tenant, { id: tenantId }, { fields: ['slug'] });
    // As the API names them: after a backup was restored, the log is all that tells whom to erase again.
    const workerId = ids.show('wrk', request.workerId);
    this.log.log({ tenantId, tenant: slug, workerId, rows }, 'erased personal data');
  }

  /**
   * A failure is tried again a minute later, and does not delay other tenants, nor other requests of the tenant: what
   * PostgreSQL refuses about one person it may refuse for ever.
   * @param workerId whose request has failed; null: none was found
   */
  private postpone(tenantId: string, workerId: string | null, error: unknown): void {
    const until = performance.now() + RETRY_MS;
    if (workerId === null || error instanceof DatabaseUnavailable) this.pausedTenants.set(tenantId, until);
    else this.postponedWorkers.set(workerId, until);
    const shown = workerId === null ? {} : { workerId: ids.show('wrk', workerId) };
    this.log.warn({ tenantId, ...shown, err: error }, 'the erasure of personal data failed');
  }
}
