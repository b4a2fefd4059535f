import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../apps/standalone/embedded-postgres.js';
import { migrate } from '#platform/app';
import { type TestDatabase, clusters, databaseAt } from './database.js';

/** A PostgreSQL of one test, with the engine's schema, which the test can stop and start. */
export class OwnPostgres {
  private constructor(
    private readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
    readonly database: TestDatabase,
  ) {}

  static async start({ migrated = true } = {}): Promise<OwnPostgres> {
    const folder = await mkdtemp(join(clusters, 'engine-faults-'));
    const postgres = await EmbeddedPostgres.start({ folder, durable: false });
    if (migrated) await migrate(postgres.ownerUrl(), postgres.appUrl());
    const remove = async (): Promise<void> => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    };
    return new OwnPostgres(folder, postgres, databaseAt(postgres.ownerUrl(), postgres.appUrl(), remove));
  }

  start(): Promise<void> {
    return this.postgres.start();
  }

  /** Starts it as a standby, which only reads. @returns promotes it */
  async startAsStandby(): Promise<() => Promise<void>> {
    await writeFile(join(this.folder, 'data/standby.signal'), '');
    // It is ready when it is promoted.
    const promoted = this.postgres.start();
    return async () => {
      await this.database.query('select pg_promote()');
      await promoted;
    };
  }

  /** Stops it and closes its connections (PostgreSQL's "fast" shutdown, like a restart). */
  stop(): Promise<void> {
    return this.postgres.stop();
  }

  /** Suspends all its processes, so that it accepts connections but does not answer, as if its disk hung. */
  async stall(): Promise<() => void> {
    const [postmaster = ''] = (await readFile(join(this.folder, 'data/postmaster.pid'), 'utf8')).split('\n');
    const backends = await this.database.query<{ pid: number }>('select pid from pg_stat_activity');
    const pids = [Number(postmaster), ...backends.map(({ pid }) => pid)];
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    return () => pids.forEach((pid) => process.kill(pid, 'SIGCONT'));
  }
}
