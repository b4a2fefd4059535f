import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Config, readConfig } from '#platform/config';
import { Notifications } from '#platform/database';
import { type TestDatabase, createDatabase } from '../harness/database.js';
import { eventually } from '../harness/eventually.js';

let database: TestDatabase;
let notifications: Notifications;

beforeAll(async () => {
  database = await createDatabase();
  const config: Config = readConfig({
    DATABASE_URL: database.appUrl,
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
    OPERATOR_TOKEN: 'o'.repeat(24),
  });
  notifications = new Notifications(config);
});
afterAll(async () => {
  await notifications.onModuleDestroy();
  await database.drop();
});

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
