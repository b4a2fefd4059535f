import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrate } from '#platform/app';
import { connectionParts } from '#platform/database';
import { migrateQueue } from '#platform/queue';
import { messageOf } from '#platform/thrown';
import { type TestDatabase, createDatabase } from '../harness/database.js';
import { eventually } from '../harness/eventually.js';

/** After it, the next run has one migration to do, of the table `course`. */
const UNDO_A_MIGRATION = `alter table course drop column estimated_minutes;
  delete from mikro_orm_migrations where name like '%CourseMinutes'`;

describe('the migration', () => {
  let database: TestDatabase;
  const roles: string[] = [];

  beforeEach(async () => {
    database = await createDatabase();
  });
  afterEach(async () => {
    for (const role of roles.splice(0)) await database.query(`drop owned by ${role} cascade; drop role ${role}`);
    await database.drop();
  });

  /** A URL with another role: `name:password`. */
  const named = (url: string, role: string): string => url.replace(/\/\/[^@]+@/, `//${role}@`);
  const appRole = (): string => connectionParts(database.appUrl).user;
  const databaseName = (): string => connectionParts(database.ownerUrl).dbName;
  const run = (): Promise<number> => migrate(database.ownerUrl, database.appUrl);
  const countTenants = async (): Promise<unknown> =>
    (await database.asApp((app) => app.query('select count(*)::int as tenants from tenant'))).rows;

  /** A new role that owns nothing, with the password `plain`; it is dropped after the test. */
  const createRole = async (): Promise<string> => {
    const role = `plain_${randomBytes(4).toString('hex')}`;
    await database.query(`create role ${role} login password 'plain'`);
    roles.push(role);
    return role;
  };

  it('grants access in the next run if it was killed before it did', async () => {
    await database.query(`revoke all on all tables in schema public from ${appRole()}`);
    await expect(countTenants()).rejects.toThrow('permission denied');
    await run();
    expect(await countTenants()).toEqual([{ tenants: 0 }]);
    expect(await run()).toBe(0);
  });

  it.each([
    ['is missing', 'drop schema bullmq cascade'],
    ['was updated by a process that was killed', 'revoke all on all tables in schema bullmq from ROLE'],
  ])('updates the schema of the queue if only that %s', async (_what, change) => {
    await database.query(change.replace('ROLE', appRole()));
    await run();
    const versions = await database.asApp((app) => app.query('select from bullmq.migration'));
    expect(versions.rowCount).toBeGreaterThan(0);
  });

  it('updates the schema of the queue as a plain owner, beside the sequences of the application', async () => {
    const plain = await createRole();
    await database.query(`drop schema bullmq cascade; grant create on database ${databaseName()} to ${plain}`);
    const update = (): Promise<void> => migrateQueue(named(database.ownerUrl, `${plain}:plain`), appRole());
    await update();
    await database.asApp((app) => app.query('create sequence bullmq.of_a_queue'));
    await update();
    const use = `select nextval('bullmq.job_seq') > 0 as used, nextval('bullmq.of_a_queue') as own`;
    expect((await database.asApp((app) => app.query(use))).rows).toEqual([{ used: true, own: '1' }]);
  });

  it('lets another role of the application use the sequences that the former one has created for the queue', async () => {
    await database.asApp((app) => app.query('create sequence bullmq.of_a_queue'));
    const other = await createRole();
    await migrateQueue(database.ownerUrl, other);
    const used = await database.inTransaction(async (tx) => {
      await tx.query(`set role ${other}`);
      return tx.query(`select nextval('bullmq.of_a_queue') as own`);
    });
    expect(used.rows).toEqual([{ own: '1' }]);
  });

  it('refuses a database that is not that of the application', async () => {
    const other = database.ownerUrl.replace(/test_\w+/, 'postgres');
    await expect(migrate(other, database.appUrl)).rejects.toThrow(
      /^DATABASE_OWNER_URL should lead to the database of DATABASE_URL, "test_\w+", not to "postgres"$/,
    );
  });

  it('refuses roles with which the engine would not run, each in one line', async () => {
    const { ownerUrl, appUrl } = database;
    const { user } = connectionParts(ownerUrl);
    await expect(migrate(ownerUrl, ownerUrl)).rejects.toThrow(
      `DATABASE_OWNER_URL should name another role than DATABASE_URL, not "${user}" too`,
    );
    await expect(migrate(ownerUrl, named(appUrl, 'nobody:x'))).rejects.toThrow(
      /^DATABASE_URL should name a role of .*: role "nobody" does not exist$/,
    );
    await database.query('drop schema bullmq cascade');
    await expect(migrate(named(ownerUrl, `${await createRole()}:plain`), appUrl)).rejects.toThrow(
      /^DATABASE_OWNER_URL should name the owner of the database: permission denied for database test_\w+$/,
    );
  });

  it('waits for a backup, and lets the engine use the tables meanwhile', async () => {
    await database.query(UNDO_A_MIGRATION);
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
    await database.query(UNDO_A_MIGRATION);
    await database.query(`alter database ${databaseName()} set statement_timeout = 900`);
    await database.inTransaction(async (other) => {
      await other.query('lock table course in access share mode');
      await expect(run()).rejects.toThrow(/^the migrations could not be run: .*statement timeout.*$/);
    });
  });

  it.each([
    ['the schema', `select pg_advisory_xact_lock(hashtextextended('migrations', 0))`],
    ['the schema of the queue', 'lock table bullmq.migration'],
  ])('ends with one line if PostgreSQL ends its connection while it waits for %s', async (_what, lock) => {
    await database.query(`revoke all on all tables in schema public from ${appRole()}`);
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
