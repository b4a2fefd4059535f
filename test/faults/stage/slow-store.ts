import type { TestDatabase } from '../../harness/database.js';
import { eventually } from '../../harness/eventually.js';

/** How much longer it takes: long enough for the test to notice it, and to kill the process before it ends. */
const SECONDS = 0.4;
const SEEN_MS = 60_000;

/** Slows a statement down, so that a test can kill the process that executes it. */
export class SlowStore {
  private constructor(
    private readonly database: TestDatabase,
    private readonly table: string,
  ) {}

  /** @param event of a trigger: `insert`, or `update of column` */
  static async of(database: TestDatabase, event: string, table: string): Promise<SlowStore> {
    await database.query(
      `create function slow() returns trigger language plpgsql
         as $$ begin perform pg_sleep(${SECONDS}); return null; end $$;
       create trigger slow after ${event} on ${table} for each statement execute function slow()`,
    );
    return new SlowStore(database, table);
  }

  /** Waits until a process executes the statement. */
  seen(): Promise<void> {
    return eventually(async () => {
      const [seen] = await this.database.query<{ storing: number }>(
        `select count(*)::int as storing from pg_stat_activity
         where datname = current_database() and wait_event = 'PgSleep'`,
      );
      if (seen?.storing === 0) throw new Error(`nobody writes to ${this.table}`);
    }, SEEN_MS);
  }

  async end(): Promise<void> {
    await this.database.query(`drop trigger slow on ${this.table}`);
  }
}
