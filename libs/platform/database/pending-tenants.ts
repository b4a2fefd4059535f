import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { type SqlFragment, joinSql } from './sql-fragments.js';
import { groupInSql, groupOf } from './tenant-groups.js';
import { pagesOfTenants, tenantsWhere } from './tenant-pages.js';

/** All ids are read again after this time; in between, those of new tenants only. */
const READ_AGAIN_MS = 60_000;

/**
 * Sweeps that look for work within this time share a round trip. Their periods end at the same times (`PeriodicTask`).
 */
const COLLECT_MS = 10;

/**
 * The condition that a tenant may have been created since the last complete read. An id begins with the time of its
 * creation, by the clock of the process that created it. The interval is longer than the time between complete reads,
 * so that neither a clock that is up to a minute slow nor a long transaction hides a new tenant.
 */
const IS_NEW = sql`id >= uuid_floor(now() - interval '2 minutes')`;

/**
 * Rows that are pending work of their tenants. The table has an index that begins with `tenant_id`; if it is a partial
 * index, `where` implies its condition.
 */
export interface PendingRows {
  readonly table: SqlFragment;
  /** A condition on the table. */
  readonly where: SqlFragment;
}

/** Pending work of tenants that no single row of a table shows. It is found by looking up each tenant. */
export interface PendingLookup {
  /** A condition on `given.id`, the id of a tenant. */
  readonly tenantWhere: SqlFragment;
}

export type PendingKinds = ReadonlyArray<PendingRows | PendingLookup>;

/** Kinds of rows that are looked for together, and the tenants that have rows of each kind. */
interface Search {
  readonly kinds: PendingRows[];
  readonly found: Promise<ReadonlyArray<ReadonlyArray<{ id: string }>>>;
}

/**
 * Finds the tenants that have pending work. The time depends on the number of these tenants, and hardly on the number
 * of all tenants: in an index, the statement goes from one tenant with a row directly to the next. Sweeps run it every
 * few seconds.
 */
@Injectable()
export class PendingTenants {
  private all: readonly string[] = [];
  /** The ids of the last complete read, by `groupOf`. */
  private groups: ReadonlyMap<number, readonly string[]> = new Map();
  private allReadAt = -Infinity;
  private nextSearch: Search | null = null;

  constructor(private readonly database: Database) {}

  /** @returns the ids of the tenants with such rows, in order; suspended tenants are among them */
  async find(kind: PendingRows): Promise<string[]> {
    const search = (this.nextSearch ??= this.beginSearch());
    const index = search.kinds.push(kind) - 1;
    const rows = (await search.found)[index] ?? [];
    return rows.map(({ id }) => id);
  }

  /** As {@link find}, of several kinds of rows. */
  async findAny(kinds: readonly PendingRows[]): Promise<string[]> {
    const found = await Promise.all(kinds.map((kind) => this.find(kind)));
    return [...new Set(found.flat())];
  }

  /** Like {@link find}, for work that no index finds: one lookup for each tenant. */
  async findByLookups(kind: PendingLookup): Promise<string[]> {
    const found: string[] = [];
    for (const page of pagesOfTenants(await this.tenants())) found.push(...(await this.among(page, [kind])));
    return found;
  }

  /** The tenants of a group (`groupOf`) that have work of one of these kinds: lookups for each tenant of the group. */
  async findInGroup(group: number, kinds: PendingKinds): Promise<string[]> {
    if (this.isOutdated()) await this.readAll();
    const created = await this.read(sql`${IS_NEW} and ${groupInSql(sql`id`)} = ${group}`);
    return this.among([...new Set([...(this.groups.get(group) ?? []), ...created])], kinds);
  }

  /** The given tenants that have work of one of these kinds: one lookup for each tenant and kind. */
  among(tenantIds: readonly string[], kinds: PendingKinds): Promise<string[]> {
    return tenantsWhere(this.database, tenantIds, joinSql(kinds.map(conditionOf), ' or '));
  }

  private beginSearch(): Search {
    const kinds: PendingRows[] = [];
    return { kinds, found: sleep(COLLECT_MS).then(() => this.search(kinds)) };
  }

  private async search(kinds: readonly PendingRows[]): Promise<Array<Array<{ id: string }>>> {
    this.nextSearch = null;
    if (this.isOutdated()) await this.readAll();
    return this.database.readAsAll(this.all, IS_NEW, kinds.map(tenantsWith));
  }

  /** The ids of all tenants. Deleted ones may be among them for a minute: they have no rows. */
  private async tenants(): Promise<readonly string[]> {
    if (this.isOutdated()) await this.readAll();
    const created = await this.read(IS_NEW);
    return [...new Set([...this.all, ...created])];
  }

  private isOutdated(): boolean {
    return performance.now() - this.allReadAt >= READ_AGAIN_MS;
  }

  private async readAll(): Promise<void> {
    this.all = await this.read(sql`true`);
    this.groups = Map.groupBy(this.all, groupOf);
    this.allReadAt = performance.now();
  }

  private async read(condition: SqlFragment): Promise<string[]> {
    const rows = await this.database.asOperator((tx) =>
      tx.execute<Array<{ id: string }>>(sql`select id from tenant where ${condition} order by id`),
    );
    return rows.map(({ id }) => id);
  }
}

function conditionOf(kind: PendingRows | PendingLookup): SqlFragment {
  if ('tenantWhere' in kind) return sql`(${kind.tenantWhere})`;
  const { table, where } = kind;
  return sql`exists (select from ${table} where ${table}.tenant_id = given.id and (${where}))`;
}

function tenantsWith({ table, where }: PendingRows): SqlFragment {
  return sql`
    with recursive pending (tenant_id) as (
      (select tenant_id from ${table} where (${where}) order by tenant_id limit 1)
      union all
      select (select ${table}.tenant_id from ${table} where ${table}.tenant_id > pending.tenant_id and (${where})
          order by ${table}.tenant_id limit 1)
      from pending where pending.tenant_id is not null
    ) select tenant_id as id from pending where tenant_id is not null`;
}
