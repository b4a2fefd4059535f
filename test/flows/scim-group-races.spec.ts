import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ids as uuids } from '#platform/database';
import { behindLock } from '../harness/behind-lock.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import { type ScimResponse, members, scimOf } from '../harness/scim.js';
import type { TestTenant } from '../harness/tenant.js';

const LOCK_WORKER = 'select from worker where tenant_id = $1 and id = $2 for update';

let engine: SharedEngine;
let tenant: TestTenant;
let ada: string;
let ben: string;
let cem: string;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  [ada = '', ben = '', cem = ''] = await addUsers('Ada', 'Ben', 'Cem');
});

const { call, patch, addUsers, addGroup, memberNames } = scimOf(() => tenant);
const groupNames = async (worker: string): Promise<readonly string[]> =>
  (await tenant.api.getWorker({ path: { id: worker } })).groups;

describe('a group that requests change at the same moment', () => {
  it('takes the members of two requests that also name it', async () => {
    const id = await addGroup('Riggers');
    const join = (member: string): Promise<ScimResponse> =>
      patch(
        `/Groups/${id}`,
        { op: 'replace', value: { id, displayName: 'Riggers' } },
        { op: 'add', path: 'members', value: members(member) },
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

  it('has the members of one of two requests that replace them', async () => {
    const id = await addGroup('Riggers', ada);
    const replace = (member: string) =>
      patch(`/Groups/${id}`, { op: 'replace', path: 'members', value: members(member) });
    const answers = await behindLock(
      engine,
      [LOCK_WORKER, tenant.id, uuids.parse('wrk', ada)],
      () => replace(ben),
      () => replace(cem),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect([['Ben'], ['Cem']]).toContainEqual(await memberNames(id));
  });

  it.each<[string, (id: string) => Promise<ScimResponse>]>([
    ['has its members replaced', (id) => patch(`/Groups/${id}`, { op: 'replace', path: 'members', value: [] })],
    ['is deleted', (id) => call('DELETE', `/Groups/${id}`)],
  ])('%s while an admin changes one of its members', async (_what, change) => {
    const people = [ada, ben, cem].toSorted();
    const [first = '', second = ''] = people;
    const id = await addGroup('Riggers', ...people);
    await engine.database.inTransaction(async (tx) => {
      await tx.query(LOCK_WORKER, [tenant.id, uuids.parse('wrk', first)]);
      const changed = change(id);
      await eventuallyLocked(engine);
      expect((await tenant.admin('PATCH', `/workers/${second}`, { role: 'Rigger' })).status).toBe(200);
      await tx.query('commit');
      expect((await changed).status).toBe(204);
    });
    for (const worker of people) expect(await groupNames(worker)).toEqual([]);
  });

  it('is gone for a request that changes it while it is deleted', async () => {
    const id = await addGroup('Riggers', ada);
    await patch(`/Groups/${id}`, { op: 'replace', value: { externalId: 'x-0' } });
    const answers = await behindLock(
      engine,
      ['select from worker where tenant_id = $1 for update', tenant.id],
      () => call('DELETE', `/Groups/${id}`),
      () => patch(`/Groups/${id}`, { op: 'replace', value: { externalId: 'x-1', members: members(ada) } }),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 404]);
  });

  it('is deleted with a member who joins', async () => {
    const id = await addGroup('Riggers');
    const joining = `insert into worker_group_member (tenant_id, group_id, worker_id)
      select tenant_id, worker_group.id, $2 from worker_group where tenant_id = $1 for share`;
    const statement = [joining, tenant.id, uuids.parse('wrk', ada)] as const;
    const [{ status }] = await behindLock(engine, statement, () => call('DELETE', `/Groups/${id}`));
    expect(status).toBe(204);
    expect(await groupNames(ada)).toEqual([]);
  });
});
