import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate } from '#platform/app';
import { connectionParts } from '#platform/database';
import { migrateQueue } from '#platform/queue';
import { messageOf } from '#platform/thrown';
import { type TestDatabase, createDatabase } from '../harness/database.js';
import { eventually } from '../harness/eventually.js';

describe('the migration', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createDatabase();
  });
  afterEach(() => database.drop());

  const run = (): Promise<number> => migrate(database.ownerUrl, database.appUrl);
  const countTenants = async (): Promise<unknown> => {
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    try {
      return (await client.query('select count(*)::int as tenants from tenant')).rows;
    } finally {
      await client.end();
    }
  };

  it('grants access in the next run if it was killed before it did', async () => {
    await database.query(`revoke all on all tables in schema public from ${connectionParts(database.appUrl).user}`);
    await expect(countTenants()).rejects.toThrow('permission denied');
    await run();
    expect(await countTenants()).toEqual([{ tenants: 0 }]);
    expect(await run()).toBe(0);
  });

  it.each([
    ['is missing', 'drop schema bullmq cascade'],
    ['was updated by a process that was killed', 'revoke all on all tables in schema bullmq from ROLE'],
  ])('updates the schema of the queue if only that %s', async (_what, change) => {
    await database.query(change.replace('ROLE', connectionParts(database.appUrl).user));
    await run();
    const versions = await database.asApp((app) => app.query('select from bullmq.migration'));
    expect(versions.rowCount).toBeGreaterThan(0);
  });

  it('updates the schema of the queue as a plain owner, beside the sequences of the application', async () => {
    const plain = `plain_${randomBytes(4).toString('hex')}`;
    await database.query(`drop schema bullmq cascade; create role ${plain} login password 'plain'`);
    try {
      await database.query(
        `do $$ begin execute format('grant create on database %I to ${plain}', current_database()); end $$`,
      );
      const url = database.ownerUrl.replace(/\/\/[^@]+@/, `//${plain}:plain@`);
      const update = (): Promise<void> => migrateQueue(url, connectionParts(database.appUrl).user);
      await update();
      await database.asApp((app) => app.query('create sequence bullmq.of_a_queue'));
      await update();
      const use = `select nextval('bullmq.job_seq') > 0 as used, nextval('bullmq.of_a_queue') as own`;
      expect((await database.asApp((app) => app.query(use))).rows).toEqual([{ used: true, own: '1' }]);
    } finally {
      await database.query(`drop schema bullmq cascade; drop owned by ${plain}; drop role ${plain}`);
    }
  });

  it('lets another role of the application use the sequences that the former one has created for the queue', async () => {
    const other = `other_${randomBytes(4).toString('hex')}`;
    await database.asApp((app) => app.query('create sequence bullmq.of_a_queue'));
    await database.query(`create role ${other}`);
    try {
      await migrateQueue(database.ownerUrl, other);
      const used = await database.inTransaction(async (tx) => {
        await tx.query(`set role ${other}`);
        return tx.query(`select nextval('bullmq.of_a_queue') as own`);
      });
      expect(used.rows).toEqual([{ own: '1' }]);
    } finally {
      await database.query(`drop owned by ${other}; drop role ${other}`);
    }
  });

  it('refuses a database that is not that of the application', async () => {
    const other = database.ownerUrl.replace(/test_\w+/, 'postgres');
    await expect(migrate(other, database.appUrl)).rejects.toThrow(
      /^DATABASE_OWNER_URL should lead to the database of DATABASE_URL, "test_\w+", not to "postgres"$/,
    );
  });

  it('refuses roles with which the engine would not run, each in one line', async () => {
    const { ownerUrl, appUrl } = database;
    const named = (url: string, role: string): string => url.replace(/\/\/[^@]+@/, `//${role}@`);
    const { user } = connectionParts(ownerUrl);
    await expect(migrate(ownerUrl, ownerUrl)).rejects.toThrow(
      `DATABASE_OWNER_URL should name another role than DATABASE_URL, not "${user}" too`,
    );
    await expect(migrate(ownerUrl, named(appUrl, 'nobody:x'))).rejects.toThrow(
      /^DATABASE_URL should name a role of .*: role "nobody" does not exist$/,
    );
    const plain = `plain_${randomBytes(4).toString('hex')}`;
    await database.query(`drop schema bullmq cascade; create role ${plain} login password 'plain'`);
    await expect(migrate(named(ownerUrl, `${plain}:plain`), appUrl)).rejects.toThrow(
      /^DATABASE_OWNER_URL should name the owner of the database: permission denied for database test_\w+$/,
    );
    await database.query(`drop role ${plain}`);
  });

  it('waits for a backup, and lets the engine use the tables meanwhile', async () => {
    await database.query(`alter table course drop column estimated_minutes;
      delete from mikro_orm_migrations where name like '%CourseMinutes'`);
    const waits: string[] = [];
    await database.inTransaction(async (backup) => {
      await backup.query('lock table course in access share mode');
      const migration = migrate(database.ownerUrl, database.appUrl, (what) => void waits.push(what));
      await eventually(async () => expect(waits).toEqual([expect.stringContaining('such as a backup')]));
      await database.asApp((app) => app.query('select from course'));
      await backup.query('commit');
      expect(await migration).toBe(1);
    });
  });

  it('ends with one line if PostgreSQL cancels a statement', async () => {
    await database.query(`alter table course drop column estimated_minutes;
      delete from mikro_orm_migrations where name like '%CourseMinutes';
      do $$ begin execute format('alter database %I set statement_timeout = 900', current_database()); end $$`);
    await database.inTransaction(async (other) => {
      await other.query('lock table course in access share mode');
      await expect(run()).rejects.toThrow(/^the migrations could not be run: .*statement timeout.*$/);
    });
  });

  it.each([
    ['the schema', `select pg_advisory_xact_lock(hashtextextended('migrations', 0))`],
    ['the schema of the queue', 'lock table bullmq.migration'],
  ])('ends with one line if PostgreSQL ends its connection while it waits for %s', async (_what, lock) => {
    await database.query(`revoke all on all tables in schema public from ${connectionParts(database.appUrl).user}`);
    await database.inTransaction(async (other) => {
      await other.query(lock);
      const said = run().then(String, messageOf);
      await eventually(async () => {
        const ended = await database.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`);
        expect(ended).not.toEqual([]);
      });
      expect(await said).toMatch(/^the migrations could not be run: .*connection/i);
    });
  });

  it('runs once if two processes start it at the same time', async () => {
    await database.query('drop schema public cascade; drop schema bullmq cascade; create schema public');
    const counts = await Promise.all([run(), run()]);
    expect(counts.toSorted((one, other) => one - other)).toEqual([0, expect.any(Number)]);
    expect(counts).not.toEqual([0, 0]);
    expect(await countTenants()).toEqual([{ tenants: 0 }]);
  });
});
