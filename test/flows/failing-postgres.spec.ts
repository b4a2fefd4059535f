import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { addCredential } from '../factories/credentials.js';
import { publishedCourse } from '../factories/courses.js';
import { matchTopic } from '../factories/meanings.js';
import { sendSignal, signal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

/** One more than the connections of a process (`Database`). */
const LOST = 13;

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const endConnections = (): Promise<unknown> =>
  engine.database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename <> current_user`,
  );

/** As a provider does with a server whose disk is full: for connections that are opened from now on. */
const setReadOnly = (value: 'on' | 'off'): Promise<unknown> =>
  alterDatabase(`alter database %I set default_transaction_read_only = ${value}`);

const alterDatabase = (statement: string): Promise<unknown> =>
  engine.database.query(`do $$ begin execute format('${statement}', current_database()); end $$`);

describe('an engine whose PostgreSQL', () => {
  it('ends more connections in the middle of transactions than the engine has answers afterwards', async () => {
    const { database } = engine;
    const { id } = await addWorker(tenant, { name: 'Ada' });
    for (let lost = 0; lost < LOST; lost++)
      await database.inTransaction(async (holder) => {
        await holder.query('select from worker where id = $1 for update', [ids.parse('wrk', id)]);
        const change = tenant.once.admin('PATCH', `/workers/${id}`, { name: `Ada ${lost}` });
        await eventuallyLocked({ database });
        await database.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where wait_event_type = 'Lock' and datname = current_database()`,
        );
        expect(await change).toMatchObject({ status: 503 });
      });
    expect(await tenant.admin('PATCH', `/workers/${id}`, { name: 'Ada Lovelace' })).toMatchObject({ status: 200 });
  });

  it('ends the connection that stores what was refused stores it later', async () => {
    await engine.database.inTransaction(async (tx) => {
      await tx.query('lock table refused_event in access exclusive mode');
      await tenant.send(signal({ site: 'North', severity: 9 }));
      await tenant.sendRaw('{}', { 'x-edifyd-signature': '0'.repeat(64) });
      const [holder] = (await tx.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
      // Outside of the transaction, which does not see connections that are opened after its first look.
      const waiting = 'select pg_terminate_backend(pid) from pg_stat_activity where $1 = any (pg_blocking_pids(pid))';
      await eventually(async () => expect(await engine.database.query(waiting, [holder?.pid])).toHaveLength(1));
    });
    await eventually(async () => {
      const { items, unsigned } = await tenant.api.getRefusedSignals();
      expect(items).toMatchObject([{ code: 'invalid_event', errors: [{ field: 'data.severity' }] }]);
      expect(unsigned).toMatchObject([{ requests: 1 }]);
    });
  });

  it('refuses to store the last use of a signing secret stores it later', async () => {
    const { database } = engine;
    const secrets = (): Promise<object[]> =>
      database.query('select last_used_at is not null as "isUsed" from signing_secret where tenant_id = $1', [
        tenant.id,
      ]);
    await database.query(
      `create sequence refusals;
       create function refuse() returns trigger language plpgsql security definer as $$
         begin raise 'refused %', nextval('refusals'); end $$;
       create trigger refuse before update on signing_secret for each row execute function refuse()`,
    );
    await tenant.send(signal({ site: 'North' }));
    await eventually(async () => expect(await database.query('select from refusals where is_called')).toHaveLength(1));
    await database.query('drop trigger refuse on signing_secret');
    await eventually(async () => expect(await secrets()).toEqual([{ isUsed: true }]));
  });

  it('only reads refuses changes for now, and fails nothing', async () => {
    const { once } = tenant;
    await setReadOnly('on');
    await endConnections();
    const add = (): Promise<{ status: number; body: unknown }> =>
      once.admin('POST', '/workers', { name: 'Ada', externalWorkerId: 'W-1' });
    await eventually(async () => expect(await add()).toMatchObject({ status: 503, body: { code: 'unavailable' } }));
    expect(await add()).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect((await once.send(signal({ site: 'Site A' }))).status).toBe(503);
    await setReadOnly('off');
    await eventually(async () => expect((await add()).status).toBe(201));
    await eventually(async () => expect((await once.send(signal({ site: 'Site A' }))).status).toBe(200));
  });

  it('accepts no connections for a while refuses calls for now', async () => {
    await alterDatabase('revoke connect on database %I from public');
    await endConnections();
    const calls = await Promise.all(Array.from({ length: 3 }, () => tenant.once.admin('GET', '/needs')));
    for (const call of calls) expect(call).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    await alterDatabase('grant connect on database %I to public');
    expect(await tenant.admin('GET', '/needs')).toMatchObject({ status: 200 });
  });

  it('lost its last transactions in a failover reads libraries and signal maps again', async () => {
    const { database } = engine;
    const { id } = await publishedCourse(tenant, { title: 'Rigging' });
    await tenant.api.replaceSignalMap({ body: { map: { near_miss: { topic: 'Rigging' } } } });
    const recommended = async (): Promise<string | null> => (await matchTopic(tenant, 'Rigging')).recommended;
    expect(await recommended()).toBe(id);
    for (const statement of [
      'delete from course where tenant_id = $1',
      'update catalog_version set version = version - 1 where tenant_id = $1',
      'delete from signal_map where tenant_id = $1',
    ])
      await database.query(statement, [tenant.id]);
    await endConnections();
    await eventually(async () => expect(await recommended()).toBeNull());
    let sites = 0;
    await eventually(async () => {
      const site = `Site ${sites++}`;
      await sendSignal(tenant, { site }, 'near_miss');
      expect((await tenant.api.listNeeds({ query: { site } })).items).toMatchObject([{ topic: null }]);
    });
  });

  it('has another time zone reads times in UTC', async () => {
    const { database } = engine;
    await addWorker(tenant, { externalWorkerId: 'E-1' });
    const [{ name } = { name: '' }] = await database.query<{ name: string }>('select current_database() as name');
    await database.query(`alter database ${name} set timezone = 'America/New_York'`);
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
    );
    // Its offset from UTC had seconds then.
    const expiresAt = '1850-06-30T00:00:00.000Z';
    await addCredential(tenant, { externalWorkerId: 'E-1', expiresAt });
    expect((await tenant.api.listCredentials()).items).toMatchObject([{ expiresAt }]);
  });
});
