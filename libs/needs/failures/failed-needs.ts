import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction, ids as needIds, isoTime, sqlArray } from '#platform/database';
import { decodeCursor, pageOf } from '#platform/http';
import { Wakeups } from '#signals';
import { auditFor } from '#tenancy';
import { Need } from '../need.entity.js';
import { TRIED_AGAIN } from '../resolution/resolution-failures.js';
import { ChosenTenants, type ChosenTenant } from './chosen-tenants.js';
import type { FailedNeed, FailedNeedPage, FailedNeedsQuery, Retried, RetryBody } from './failures.dto.js';

interface FailedRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly type: string;
  readonly resolution_attempts: number;
  readonly resolution_error: string;
  readonly resolution_failed_at: string;
  readonly unresolved_since: string | null;
}

/** Needs whose resolution failed: the operator lists and retries them. */
@Injectable()
export class FailedNeeds {
  constructor(
    private readonly database: Database,
    private readonly tenants: ChosenTenants,
    private readonly wakeups: Wakeups,
  ) {}

  /** @throws Invalid for an unknown tenant */
  async list({ tenant, cursor, limit }: FailedNeedsQuery): Promise<FailedNeedPage> {
    const before = decodeCursor(cursor, ['time', 'uuid']) ?? [null, null];
    const slugs = new Map<string, string>();
    const rows: FailedRow[] = [];
    for (const some of await this.tenants.inPages(tenant)) {
      for (const { id, slug } of some) slugs.set(id, slug);
      rows.push(...(await this.latest(some, before, limit + 1)));
    }
    const latest = rows.toSorted(byFailure).slice(0, limit + 1);
    return pageOf(
      latest,
      limit,
      (row) => view(row, slugs.get(row.tenant_id) ?? ''),
      (row) => [isoTime(row.resolution_failed_at), row.id],
    );
  }

  /**
   * Retries failed needs now, with all their attempts, and writes an audit entry for each tenant.
   * @throws Invalid for an unknown tenant
   */
  async retry({ tenant, ids }: RetryBody): Promise<Retried> {
    const chosen = ids === undefined ? null : ids.flatMap((id) => needIds.parse('need', id) ?? []);
    const woken: string[] = [];
    let retried = 0;
    for (const some of await this.tenants.inPages(tenant)) {
      const counts = await this.database.inTenants(
        some.map(({ id }) => id),
        (tx) => retryIn(tx, some, chosen),
      );
      for (const [tenantId, count] of counts) {
        woken.push(tenantId);
        retried += count;
      }
    }
    this.wakeups.wake(woken);
    return { retried };
  }

  /** Reads up to a page of each tenant from the index: a tenant without failures costs one index scan. */
  private latest(
    tenants: readonly ChosenTenant[],
    [failedAt, id]: readonly [string | null, string | null],
    limit: number,
  ): Promise<FailedRow[]> {
    const tenantIds = tenants.map((tenant) => tenant.id);
    return this.database.inTenants(tenantIds, (tx) =>
      tx.execute<FailedRow[]>(
        sql`select failed.* from unnest(${sqlArray(tenantIds)}::uuid[]) as given (id), lateral (
           select tenant_id, id, type, resolution_attempts, resolution_error, resolution_failed_at, unresolved_since
           from need
           where need.tenant_id = given.id and resolution_error is not null and closed_at is null
             and (${failedAt}::timestamptz is null or (resolution_failed_at, need.id) < (${failedAt}::timestamptz,
                   ${id}::uuid))
           order by resolution_failed_at desc, need.id desc limit ${limit}
         ) as failed order by resolution_failed_at desc, id desc limit ${limit}`,
      ),
    );
  }
}

/** @returns how many for each tenant with any */
async function retryIn(
  tx: Transaction,
  tenants: readonly ChosenTenant[],
  chosen: readonly string[] | null,
): Promise<Map<string, number>> {
  const rows = await tx
    .createQueryBuilder(Need)
    .update(TRIED_AGAIN)
    .where({
      tenantId: { $in: tenants.map(({ id }) => id) },
      resolutionError: { $ne: null },
      closedAt: null,
      ...(chosen === null ? {} : { id: { $in: [...chosen] } }),
    })
    .returning(['tenantId'])
    .execute<Array<{ tenantId: string }>>('all');
  const counts = new Map<string, number>();
  for (const { tenantId } of rows) counts.set(tenantId, (counts.get(tenantId) ?? 0) + 1);
  for (const { id, slug } of tenants) {
    const needs = counts.get(id);
    if (needs === undefined) continue;
    auditFor(tx, id, {
      actor: 'operator',
      action: 'failures.retried',
      subject: { kind: 'tenant', id: slug },
      after: { needs },
    });
  }
  return counts;
}

function byFailure(one: FailedRow, other: FailedRow): number {
  return Date.parse(other.resolution_failed_at) - Date.parse(one.resolution_failed_at) || (other.id > one.id ? 1 : -1);
}

function view(row: FailedRow, tenant: string): FailedNeed {
  return {
    kind: 'need',
    tenant,
    id: needIds.show('need', row.id),
    type: row.type,
    attempts: row.resolution_attempts,
    error: row.resolution_error,
    state: row.unresolved_since === null ? 'set_aside' : 'retrying',
    nextTryAt: row.unresolved_since === null ? null : isoTime(row.unresolved_since),
    failedAt: isoTime(row.resolution_failed_at),
  };
}
