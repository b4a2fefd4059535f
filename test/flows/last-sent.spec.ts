import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { migrateAgain } from '../harness/migration.js';
import { ADA, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});
afterAll(() => engine.close());

const scim = scimOf(() => tenant);
const told = async (): Promise<object | undefined> =>
  (await engine.database.query<{ told: object }>('select told from scim_user where tenant_id = $1', [tenant.id]))[0]
    ?.told;
const nameOf = async (id: string): Promise<unknown> => (await scim.call('GET', `/Users/${id}`)).body['name'];

/** The schema of the previous version, which knows only the column `told`. */
const PREVIOUS_SCHEMA = [
  'alter index completion_reported rename to completion_told',
  'drop trigger scim_user_told on scim_user',
  'drop function keep_told()',
  'alter table scim_user drop column last_sent',
];

describe('a user that a provider sends', () => {
  it('is stored for the previous version of the engine, which runs during an upgrade', async () => {
    const id = await scim.addUser(ADA);
    expect(await told()).toMatchObject({ userName: ADA.userName, name: ADA.name });
    await scim.patch(`/Users/${id}`, { op: 'replace', path: 'name.familyName', value: 'King' });
    expect(await told()).toMatchObject({ name: { familyName: 'King' } });
  });

  it('is read as the previous version stores it', async () => {
    const id = await scim.addUser(ADA);
    const save = (user: object): Promise<object[]> =>
      engine.database.query(
        `insert into scim_user (tenant_id, worker_id, user_name, user_name_key, told)
          values ($1, $2, 'ada@acme.com', 'ada@acme.com', $3)
         on conflict (tenant_id, worker_id) do update set told = excluded.told`,
        [tenant.id, ids.parse('wrk', id), JSON.stringify(user)],
      );
    await save({ ...(await told()), name: { familyName: 'Byron' } });
    expect(await nameOf(id)).toMatchObject({ familyName: 'Byron' });
    await engine.database.query('delete from scim_user where tenant_id = $1', [tenant.id]);
    await save({ userName: 'ada@acme.com', name: { familyName: 'Lovelace' } });
    expect(await nameOf(id)).toMatchObject({ familyName: 'Lovelace' });
  });

  it('is the same after an upgrade from the previous version', async () => {
    const id = await scim.addUser(ADA);
    const sent = (await scim.call('GET', `/Users/${id}`)).body;
    await migrateAgain(engine.database, 'LastSent', PREVIOUS_SCHEMA);
    expect((await scim.call('GET', `/Users/${id}`)).body).toEqual(sent);
    expect(sent['name']).toMatchObject(ADA.name);
  });
});
