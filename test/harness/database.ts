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
 * A numbered database of this run's Redis, so that no test file works on the queue of another; null: there is none, and
 * what needs it is skipped.
 */
export const redisUrl =
  services.redisUrl === null ? null : new URL(`/${process.env['JEST_WORKER_ID'] ?? 0}`, services.redisUrl).href;

/** The folder in which a test makes a cluster of its own. */
export const { clusters } = services;

/** A database of one test file's own, cloned from the migrated template. */
export interface TestDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Runs SQL as the owner, a superuser whom row level security does not bind: for looking at what is stored. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** Copies the files of the template: without fsync, that takes a third of the time of writing them to the log (WAL). */
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

/** A database that is there already. @param remove takes it away when it is dropped */
export function databaseAt(ownerUrl: string, appUrl: string, remove: () => Promise<void>): TestDatabase {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  pool.on('error', () => undefined);
  return {
    ownerUrl,
    appUrl,
    query: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      (await pool.query<Row>(sql, values)).rows,
    drop: async () => {
      await pool.end();
      await remove();
    },
  };
}

function urlOf(pattern: string, database: string): string {
  return pattern.replace('/DATABASE?', `/${database}?`);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
