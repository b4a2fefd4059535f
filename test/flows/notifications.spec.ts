import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Config, readConfig } from '#platform/config';
import { Notifications } from '#platform/database';
import { type TestDatabase, createDatabase } from '../harness/database.js';
import { eventually } from '../harness/eventually.js';
import { OwnPostgres } from '../harness/own-postgres.js';

let database: TestDatabase;
let notifications: Notifications;

beforeAll(async () => {
  database = await createDatabase();
  notifications = notificationsOf(database);
});
afterAll(async () => {
  await notifications.onModuleDestroy();
  await database.drop();
});

function notificationsOf({ appUrl }: TestDatabase): Notifications {
  const config: Config = readConfig({
    DATABASE_URL: appUrl,
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
    OPERATOR_TOKEN: 'o'.repeat(24),
  });
  return new Notifications(config);
}

it('Listeners are told that they may have missed notifications after a lost connection, and not at the start', async () => {
  const heard: Array<[channel: string, payload: string | null]> = [];
  for (const channel of ['first', 'second'])
    await notifications.listen(channel, (payload) => heard.push([channel, payload]));
  await database.query(`select pg_notify('first', 'a'), pg_notify('second', 'b')`);
  await eventually(async () =>
    expect(heard).toEqual([
      ['first', 'a'],
      ['second', 'b'],
    ]),
  );
  heard.length = 0;
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
  );
  await eventually(async () =>
    expect(heard).toEqual([
      ['first', null],
      ['second', null],
    ]),
  );
});

it('One connection listens after a standby was promoted, which refused to listen before', async () => {
  const postgres = await OwnPostgres.start({ migrated: false });
  const listening = notificationsOf(postgres.database);
  try {
    const heard: Array<string | null> = [];
    await listening.listen('first', (payload) => heard.push(payload));
    await postgres.stop();
    const promote = await postgres.startAsStandby();
    const sessions = `select sessions from pg_stat_database where datname = current_database()`;
    const opened = async (): Promise<number> =>
      Number((await postgres.database.query<{ sessions: string }>(sessions))[0]?.sessions);
    const before = await eventually(opened);
    await eventually(async () => expect(await opened()).toBeGreaterThan(before + 3));
    await promote();
    await eventually(() => Promise.resolve(expect(heard).toEqual([null])));
    const connections = 'select from pg_stat_activity where usename <> current_user and datname = current_database()';
    await eventually(async () => expect(await postgres.database.query(connections)).toHaveLength(1));
  } finally {
    await listening.onModuleDestroy();
    await postgres.database.drop();
  }
});
