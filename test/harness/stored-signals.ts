import type pg from 'pg';
import type { TestEngine } from './engine.js';
import type { TestTenant } from './tenant.js';

/** SQL: a UUIDv7 with the time of $2 months ago. */
const ID_OF_AGE = `(left(uuid_floor(now() - make_interval(months => $2))::text, 14) || '7' || substr(gen_random_uuid()::text, 16))::uuid`;

/** The number of a tenant's stored signals by their retention and their age, both in months. */
interface StoredSignals {
  readonly months: number;
  readonly age: number;
  readonly partition: string;
  readonly signals: number;
}

/** The stored signals of an engine, and their partitions. Months are calendar months in UTC. */
export class SignalStore {
  constructor(private readonly engine: TestEngine) {}

  /** Creates a tenant with a signal retention in months. */
  async tenantKeeping(months: number): Promise<TestTenant> {
    const tenant = await this.engine.createTenant();
    await this.keep(tenant, months);
    return tenant;
  }

  async keep({ slug }: TestTenant, months: number): Promise<void> {
    const { status } = await this.engine.operator('PATCH', `/tenants/${slug}`, { signalRetentionMonths: months });
    if (status !== 200) throw new Error(`the retention was answered ${status}`);
  }

  /**
   * Stores signals of a retention class with the time of some months ago.
   * @param options.partition false: their partition does not exist
   */
  async recordedAgo(
    { slug }: TestTenant,
    age: number,
    months: number,
    { signals = 1, partition = true } = {},
  ): Promise<void> {
    const { database } = this.engine;
    if (partition)
      await database.query('select ensure_signal_partition($1, now() - make_interval(months => $2))', [months, age]);
    await database.query(
      `insert into signal (tenant_id, id, retention_months, need_id, type, dedupe_key, outcome, raw)
       select id, ${ID_OF_AGE}, $3, null, 'old', 'k', 'nothing_open', '{}' from tenant, generate_series(1, $4)
       where slug = $1`,
      [slug, age, months, signals],
    );
  }

  /** Stores the status of completions that were reported some months ago. */
  async completedAgo({ slug }: TestTenant, age: number, completions: number): Promise<void> {
    await this.engine.database.query(
      `insert into completion_signal (tenant_id, id, courses, completed_at, status)
       select id, ${ID_OF_AGE}, '[]', now(), 'no_worker' from tenant, generate_series(1, $3) where slug = $1`,
      [slug, age, completions],
    );
  }

  /** The stored signals of a tenant, by age and class. */
  storedOf({ slug }: TestTenant): Promise<StoredSignals[]> {
    return this.engine.database.query<StoredSignals>(
      `select retention_months as months, signal.tableoid::regclass::text as partition, count(*)::int as signals,
         extract(year from age)::int * 12 + extract(month from age)::int as age
       from tenant join signal on tenant_id = tenant.id
       cross join age(date_trunc('month', now(), 'UTC'), date_trunc('month', uuid_time(signal.id), 'UTC')) as age
       where slug = $1 group by 1, 2, 4 order by 4, 1`,
      [slug],
    );
  }

  /** The names of the partitions of a class, without its default one. */
  async partitionsOf(months: number): Promise<string[]> {
    const rows = await this.engine.database.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relname ~ $1 order by 1`,
      [`^signal_${months}m_\\d`],
    );
    return rows.map(({ name }) => name);
  }

  /** The name of the partition of a class for the month of some months ago. */
  async nameOf(months: number, age: number): Promise<string> {
    const [row] = await this.engine.database.query<{ name: string }>(
      `select format(
         'signal_%sm_%s', $1::int, to_char((now() - make_interval(months => $2)) at time zone 'UTC', 'YYYY_MM')
       ) as name`,
      [months, age],
    );
    return row?.name ?? '';
  }
}

/**
 * Sends an event without a pause while `work` runs.
 * @returns their statuses: 503 for one that has to wait for a lock
 */
export async function sendingDuring(
  tenant: TestTenant,
  event: object,
  work: () => Promise<unknown>,
): Promise<Set<number>> {
  const statuses = new Set<number>();
  const done = new AbortController();
  const sender = async (): Promise<void> => {
    while (!done.signal.aborted) {
      statuses.add((await tenant.sendRaw(JSON.stringify(event))).status);
    }
  };
  const senders = Array.from({ length: 4 }, sender);
  await work().finally(() => done.abort());
  await Promise.all(senders);
  return statuses;
}

/** Drops a partition whose signals have all expired, as the engine does. @returns its name; null: none was dropped */
export async function dropExpiredPartition(app: pg.ClientBase): Promise<string | null> {
  const { rows } = await app.query<{ name: string | null }>('select drop_expired_signal_partition() as name');
  return rows[0]?.name ?? null;
}
