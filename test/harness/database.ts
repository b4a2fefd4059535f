import { randomBytes } from 'node:crypto';
import pg from 'pg';

interface Services {
  readonly template: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly redisUrl: string | null;
  readonly clusters: string;
}

const services: Services = JSON.parse(process.env['TEST_SERVICES'] ?? '{}');

/**
 * The URL of a Redis database for this Jest worker, so that concurrent test files use different queues. Null: there is
 * no Redis, and the tests that need it are skipped.
 */
export const redisUrl =
  services.redisUrl === null ? null : new URL(`/${process.env['JEST_WORKER_ID'] ?? 0}`, services.redisUrl).href;

/** The folder for PostgreSQL clusters of single tests. */
export const { clusters } = services;

/** A database of one test file's own, cloned from the migrated template. */
export interface TestDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Runs SQL as the owner, a superuser to whom row level security does not apply: for checks of stored rows. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /**
   * Begins a transaction of the owner on a connection of its own, for rows and locks that others wait for. `work` may
   * commit it; what is not committed when `work` ends is rolled back.
   */
  inTransaction<T>(work: (tx: pg.ClientBase) => Promise<T>): Promise<T>;
  /** Runs `work` on a connection of the application's role, to which row level security applies. */
  asApp<T>(work: (app: pg.ClientBase) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
}

/**
 * Clones the template. Copying its files takes a third of the time of writing them to the WAL, because the server runs
 * without fsync.
 */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(urlOf(services.ownerUrl, 'postgres'), (client) =>
    client.query(`create database ${name} template ${services.template} strategy file_copy`),
  );
  return databaseAt(urlOf(services.ownerUrl, name), urlOf(services.appUrl, name), () =>
    withClient(
      urlOf(services.ownerUrl, 'postgres'),
      async (client) => void (await client.query(`drop database ${name} with (force)`)),
    ),
  );
}

/** An existing database. @param remove is called by `drop` */
export function databaseAt(ownerUrl: string, appUrl: string, remove: () => Promise<void>): TestDatabase {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  pool.on('error', () => undefined);
  return {
    ownerUrl,
    appUrl,
    query: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await pool.query<Row>(sql, values)).rows,
    inTransaction: (work) =>
      withClient(ownerUrl, async (client) => {
        await client.query('begin');
        return await work(client);
      }),
    asApp: (work) => withClient(appUrl, work),
    drop: async () => {
      await pool.end();
      await remove();
    },
  };
}

function urlOf(pattern: string, database: string): string {
  return pattern.replace('/DATABASE?', `/${database}?`);
}

/** Runs `work` on a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
