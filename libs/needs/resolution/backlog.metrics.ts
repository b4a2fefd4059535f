import { sql } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type SqlFragment, sqlArray, tenantPages } from '#platform/database';
import { Readings, gauge } from '#platform/telemetry';

const STATEMENT_TIMEOUT_MS = 2_000;

const backlog = gauge({
  name: 'needs_unresolved',
  help: 'Unresolved needs that are due, of all tenants, by how long they have been.',
  labels: ['age'],
});
const failing = gauge({
  name: 'needs_failing',
  help: 'Open needs whose resolution failed, of all tenants: tried_again later, or set_aside until a person retries them.',
  labels: ['state'],
});

interface Counts {
  readonly minute: number;
  readonly tenMinutes: number;
  readonly hour: number;
  readonly older: number;
  readonly triedAgain: number;
  readonly setAside: number;
}

function countStatement(tenantIds: readonly string[]): SqlFragment {
  const ids = sqlArray(tenantIds);
  return sql`
  with waiting as (
    select now() - unresolved_since as age from need where tenant_id = any (${ids}::uuid[])
      and unresolved_since <= now()
  ), failed as (
    select set_aside_at is not null as set_aside from need where tenant_id = any (${ids}::uuid[])
      and resolution_error is not null and closed_at is null
  )
  select
    (select count(*) from waiting where age < interval '1 minute')::integer as minute,
    (select count(*) from waiting
        where age >= interval '1 minute' and age < interval '10 minutes')::integer as "tenMinutes",
    (select count(*) from waiting where age >= interval '10 minutes' and age < interval '1 hour')::integer as hour,
    (select count(*) from waiting where age >= interval '1 hour')::integer as older,
    (select count(*) from failed where not set_aside)::integer as "triedAgain",
    (select count(*) from failed where set_aside)::integer as "setAside"`;
}

/** Gauges of unresolved needs over all tenants. Only workers count them, since every process would report the same. */
@Injectable()
export class BacklogMetrics implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly readings: Readings,
  ) {}

  onModuleInit(): void {
    this.readings.register([backlog, failing], () => this.read());
  }

  private async read(): Promise<void> {
    const pages: Counts[] = [];
    for await (const tenantIds of tenantPages(this.database)) pages.push(...(await this.count(tenantIds)));
    const total = (count: keyof Counts): number => pages.reduce((sum, page) => sum + page[count], 0);
    backlog.set({ age: '<1m' }, total('minute'));
    backlog.set({ age: '1m-10m' }, total('tenMinutes'));
    backlog.set({ age: '10m-1h' }, total('hour'));
    backlog.set({ age: '>1h' }, total('older'));
    failing.set({ state: 'tried_again' }, total('triedAgain'));
    failing.set({ state: 'set_aside' }, total('setAside'));
  }

  private count(tenantIds: readonly string[]): Promise<Counts[]> {
    return this.database.inTenants(tenantIds, async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(STATEMENT_TIMEOUT_MS)}, true)`);
      return tx.execute<Counts[]>(countStatement(tenantIds));
    });
  }
}
