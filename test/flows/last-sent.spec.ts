import { beforeAll, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { ADA, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
});

const scim = scimOf(() => tenant);

it('a user that a provider sends is stored for the previous version of the engine, which runs during an upgrade, and the reverse', async () => {
  const id = await scim.addUser(ADA);
  const workerId = ids.parse('wrk', id);
  const told = async (): Promise<object | undefined> =>
    (await engine.database.query<{ told: object }>('select told from scim_user where tenant_id = $1', [tenant.id]))[0]
      ?.told;
  expect(await told()).toMatchObject({ userName: ADA.userName, name: ADA.name });
  await scim.patch(`/Users/${id}`, { op: 'replace', path: 'name.familyName', value: 'King' });
  expect(await told()).toMatchObject({ name: { familyName: 'King' } });

  // As the previous version stores a user.
  const save = (user: object): Promise<object[]> =>
    engine.database.query(
      `insert into scim_user (tenant_id, worker_id, user_name, user_name_key, told) values ($1, $2, 'ada@acme.com', 'ada@acme.com', $3)
       on conflict (tenant_id, worker_id) do update set told = excluded.told`,
      [tenant.id, workerId, JSON.stringify(user)],
    );
  const familyName = async (): Promise<unknown> => (await scim.call('GET', `/Users/${id}`)).body['name'];
  await save({ ...(await told()), name: { familyName: 'Byron' } });
  expect(await familyName()).toMatchObject({ familyName: 'Byron' });
  await engine.database.query('delete from scim_user where tenant_id = $1', [tenant.id]);
  await save({ userName: 'ada@acme.com', name: { familyName: 'Lovelace' } });
  expect(await familyName()).toMatchObject({ familyName: 'Lovelace' });
});
