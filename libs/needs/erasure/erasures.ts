import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Erasure } from '#directory';
import {
  Database,
  DatabaseUnavailable,
  type PendingRows,
  PendingTenants,
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
  /** Until when a request, or those of a tenant, are not tried, because one has failed, in `performance.now()` time. */
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly pending: PendingTenants,
  ) {
    super('the erasure of personal data', EVERY_MS);
  }

  /** Erases one person of each tenant: a tenant with many requests delays the others by one. */
  protected override async run(stopping: AbortSignal): Promise<number> {
    const now = performance.now();
    for (const [tenantId, until] of this.waiting) if (until <= now) this.waiting.delete(tenantId);
    let isAnyErased = false;
    for (const tenantId of await this.pending.find(REQUESTED))
      if (!stopping.aborted && !this.waiting.has(tenantId) && (await this.tryNext(tenantId))) isAnyErased = true;
    return isAnyErased ? 0 : EVERY_MS;
  }

  /**
   * A failure is tried again a minute later, and does not delay other tenants, nor other requests of the tenant: what
   * PostgreSQL refuses about one person it may refuse for ever.
   */
  private async tryNext(tenantId: string): Promise<boolean> {
    const tried: { workerId?: string } = {};
    try {
      return await this.eraseNext(tenantId, tried);
    } catch (error) {
      const { workerId } = tried;
      const isAboutOne = workerId !== undefined && !(error instanceof DatabaseUnavailable);
      this.waiting.set(isAboutOne ? `${tenantId} ${workerId}` : tenantId, performance.now() + RETRY_MS);
      const shown = workerId === undefined ? {} : { workerId: ids.show('wrk', workerId) };
      this.log.warn({ tenantId, ...shown, err: error }, 'the erasure of personal data failed');
      return false;
    }
  }

  /**
   * @param tried gets the worker whose request is tried
   * @returns whether there was a request that no other process works on, and that does not wait after a failure
   */
  private async eraseNext(tenantId: string, tried: { workerId?: string }): Promise<boolean> {
    const failed = [...this.waiting.keys()]
      .filter((key) => key.startsWith(`${tenantId} `))
      .map((key) => key.slice(tenantId.length + 1));
    return this.database.asTenant(tenantId, async (tx) => {
      await limitLockWaits(tx, LOCK_WAIT_MS);
      const [request] = await tx.find(Erasure, failed.length === 0 ? {} : { workerId: { $nin: failed } }, {
        orderBy: { requestedAt: 'asc' },
        limit: 1,
        lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      });
      if (request === undefined) return false;
      tried.workerId = request.workerId;
      const rows = await erasePerson(tx, request);
      const { slug } = await tx.findOneOrFail(Tenant, { id: tenantId }, { fields: ['slug'] });
      // As the API names them: after a backup was restored, the log is all that tells whom to erase again.
      const workerId = ids.show('wrk', request.workerId);
      this.log.log({ tenantId, tenant: slug, workerId, rows }, 'erased personal data');
      return true;
    });
  }
}
