import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  Database,
  FIRST_ID,
  type OfTenant,
  type Transaction,
  ids as needIds,
  isoTime,
  sqlArray,
  tenantsOf,
} from '#platform/database';
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

/** Needs that are retried in one transaction: signals that join them wait that long. */
const NEEDS_PER_TRANSACTION = 1_000;

type NeedOfTenant = OfTenant & { readonly id: string };

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
   * Retries failed needs now, with all their attempts, and writes an audit entry for each tenant and set of needs.
   * @throws Invalid for an unknown tenant
   */
  async retry({ tenant, ids }: RetryBody): Promise<Retried> {
    const chosen = ids === undefined ? null : ids.flatMap((id) => needIds.parse('need', id) ?? []);
    let retried = 0;
    for (const some of await this.tenants.inPages(tenant)) retried += await this.retryAll(some, chosen);
    return { retried };
  }

  /** @returns how many */
  private async retryAll(tenants: readonly ChosenTenant[], chosen: readonly string[] | null): Promise<number> {
    const tenantIds = tenants.map(({ id }) => id);
    let retried = 0;
    for (let after = FIRST_ID; ;) {
      const needs = await this.database.inTenants(tenantIds, (tx) => retryNext(tx, tenants, chosen, after));
      const last = needs.at(-1);
      if (last === undefined) return retried;
      this.wakeups.wake(tenantsOf(needs));
      retried += needs.length;
      after = last.id;
    }
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

/**
 * Retries the next failed needs, in the order of their ids.
 * @returns them; none are left if there are none
 */
async function retryNext(
  tx: Transaction,
  tenants: readonly ChosenTenant[],
  chosen: readonly string[] | null,
  after: string,
): Promise<NeedOfTenant[]> {
  const needs = await lockNext(tx, tenants, chosen, after);
  if (needs.length === 0) return needs;
  await tx
    .createQueryBuilder(Need)
    .update(TRIED_AGAIN)
    .where({ tenantId: { $in: tenantsOf(needs) }, id: { $in: needs.map(({ id }) => id) } })
    .execute();
  for (const { id, slug } of tenants) {
    const ofTenant = needs.filter(({ tenantId }) => tenantId === id);
    if (ofTenant.length === 0) continue;
    auditFor(tx, id, {
      actor: 'operator',
      action: 'failures.retried',
      subject: { kind: 'tenant', id: slug },
      after: { needs: ofTenant.length },
    });
  }
  return needs;
}

/** Locks them in the order in which recording locks them. */
async function lockNext(
  tx: Transaction,
  tenants: readonly ChosenTenant[],
  chosen: readonly string[] | null,
  after: string,
): Promise<NeedOfTenant[]> {
  const ofTenants = sql`tenant_id = any (${sqlArray(tenants.map(({ id }) => id))}::uuid[])`;
  const isFailed = sql`resolution_error is not null and closed_at is null`;
  const isChosen = chosen === null ? sql`true` : sql`id = any (${sqlArray(chosen)}::uuid[])`;
  const locked = await tx.execute<NeedOfTenant[]>(sql`
    with next as materialized (
      select id from need where ${ofTenants} and ${isFailed} and ${isChosen} and id > ${after}::uuid
      order by id limit ${NEEDS_PER_TRANSACTION}
    )
    select tenant_id as "tenantId", id from need
    where ${ofTenants} and ${isFailed} and id = any (array(select id from next))
    order by tenant_id, dedupe_key collate "C" for update`);
  return locked.toSorted((one, other) => (one.id < other.id ? -1 : 1));
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
