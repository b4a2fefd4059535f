import { expect, it } from '@jest/globals';
import { behindLock } from '../harness/behind-lock.js';
import { sharedEngine } from '../harness/engine.js';
import { type ScimResponse, scimOf } from '../harness/scim.js';

it('A SCIM group takes the members of two requests that also name it at the same moment', async () => {
  const engine = await sharedEngine({ worker: false });
  const tenant = await engine.createTenant();
  const { call, patch } = scimOf(() => tenant);
  const addUser = async (userName: string): Promise<string> => (await call('POST', '/Users', { userName })).body.id;
  const [ada, ben] = [await addUser('ada@acme.com'), await addUser('ben@acme.com')];
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group'];
  const { id } = (await call('POST', '/Groups', { schemas, displayName: 'Riggers' })).body;
  const join = (value: string): Promise<ScimResponse> =>
    patch(
      `/Groups/${id}`,
      { op: 'replace', value: { id, displayName: 'Riggers' } },
      { op: 'add', path: 'members', value: [{ value }] },
    );
  const answers = await behindLock(
    engine,
    ['select from worker where tenant_id = $1 for update', tenant.id],
    () => join(ada),
    () => join(ben),
  );
  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  expect((await call('GET', `/Groups/${id}`)).body['members']).toHaveLength(2);
});
