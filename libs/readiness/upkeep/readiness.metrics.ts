import { sql } from '@mikro-orm/postgresql';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type SqlFragment, sqlArray, tenantPages } from '#platform/database';
import { MAX_TENANTS, OTHER_TENANTS, Readings, counter, gauge } from '#platform/telemetry';
import { STATUSES } from '../rule/kinds.js';

const STATEMENT_TIMEOUT_MS = 5_000;
/** Counting the people of all tenants takes a while: it is done once in this time, however often it is asked for. */
const PEOPLE_EVERY_MS = 60_000;

const people = gauge({
  name: 'people',
  help: 'People on the board by tenant and status, counted once a minute.',
  labels: ['tenant', 'status'],
});
const stale = gauge({
  name: 'stale_marks',
  help: 'Marks of people whose readiness is still to be computed, of all tenants, by how long they have waited.',
  labels: ['age'],
});
const drift = counter({
  name: 'drift_total',
  help: 'People whose stored readiness differed from the facts when it was recounted; it should stay 0.',
});

const countsDrift = counter({
  name: 'counts_drift_total',
  help: 'Counts of people that differed from the board when it was recounted; it should stay 0.',
});

/** Counts people whose stored readiness differed from the facts, and counts that differed from the board. */
export function countDrift(workers: number, counts: number): void {
  drift.inc(workers);
  countsDrift.inc(counts);
}

interface PeopleRow {
  readonly slug: string;
  readonly rank: number;
  readonly people: number;
}

interface MarkCounts {
  readonly recent: number;
  readonly minute: number;
  readonly older: number;
}

/** Gauges of the board over all tenants. Only workers count them, since every process would report the same. */
@Injectable()
export class ReadinessMetrics implements OnModuleInit {
  private countedAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly readings: Readings,
  ) {}

  onModuleInit(): void {
    this.readings.register([people, stale], () => this.read());
  }

  private async read(): Promise<void> {
    const isPeopleDue = performance.now() - this.countedAt >= PEOPLE_EVERY_MS;
    const marks: MarkCounts[] = [];
    const counted: PeopleRow[] = [];
    for await (const tenantIds of tenantPages(this.database)) {
      marks.push(...(await this.select<MarkCounts>(tenantIds, marksStatement(tenantIds))));
      if (isPeopleDue) counted.push(...(await this.select<PeopleRow>(tenantIds, peopleStatement(tenantIds))));
    }
    if (isPeopleDue) {
      showPeople(counted);
      this.countedAt = performance.now();
    }
    const total = (count: keyof MarkCounts): number => marks.reduce((sum, page) => sum + page[count], 0);
    stale.set({ age: '<10s' }, total('recent'));
    stale.set({ age: '10s-1m' }, total('minute'));
    stale.set({ age: '>1m' }, total('older'));
  }

  private select<Row extends object>(tenantIds: readonly string[], statement: SqlFragment): Promise<Row[]> {
    return this.database.inTenants(tenantIds, async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(STATEMENT_TIMEOUT_MS)}, true)`);
      return tx.execute<Row[]>(statement);
    });
  }
}

/** Shows the people of the oldest tenants by tenant, the same ones in every worker, and the sum of all others. */
function showPeople(counted: readonly PeopleRow[]): void {
  const named = new Set([...new Set(counted.map(({ slug }) => slug))].slice(0, MAX_TENANTS));
  // Deleted tenants are not among the counted ones.
  people.reset();
  for (const row of counted)
    people.inc(
      { tenant: named.has(row.slug) ? row.slug : OTHER_TENANTS, status: STATUSES[row.rank] ?? 'ready' },
      row.people,
    );
}

function marksStatement(tenantIds: readonly string[]): SqlFragment {
  return sql`
    select coalesce(sum(people) filter (where age < interval '10 seconds'), 0)::integer as recent,
      coalesce(sum(people) filter (where age >= interval '10 seconds' and age < interval '1 minute'), 0)::integer
        as minute,
      coalesce(sum(people) filter (where age >= interval '1 minute'), 0)::integer as older
    from (select now() - marked_at as age, coalesce(cardinality(worker_ids), 1) as people from readiness_mark
        where tenant_id = any (${sqlArray(tenantIds)}::uuid[])) as marks`;
}

/** A status that nobody has is counted too: its gauge falls to 0. */
function peopleStatement(tenantIds: readonly string[]): SqlFragment {
  return sql`
    select tenant.slug, status.rank, count(period.worker_id)::integer as people
    from tenant cross join generate_series(0, 2) as status (rank)
      left join readiness_period period on period.tenant_id = tenant.id and period.is_current
        and period.rank = status.rank
    where tenant.id = any (${sqlArray(tenantIds)}::uuid[])
    group by tenant.id, tenant.slug, status.rank order by tenant.id`;
}
