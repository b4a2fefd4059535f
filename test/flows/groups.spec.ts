import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const addGroup = async (name: string): Promise<string> => (await tenant.api.createGroup({ body: { name } })).id;
const addWorker = async (name: string, groups: string[] = []): Promise<string> =>
  (await tenant.api.createWorker({ body: { name, externalWorkerId: name, groups } })).id;
const namesIn = async (group: string): Promise<string[]> =>
  (await tenant.api.listWorkers({ query: { group } })).items.map(({ name }) => name);

describe('the members of a group', () => {
  it('are added and removed, also if a call is repeated', async () => {
    const group = await addGroup('Crew');
    const [ada, ben, cem] = [
      await addWorker('Ada', ['Crew', 'Night']),
      await addWorker('Ben', ['Crew']),
      await addWorker('Cem'),
    ];
    const change = { add: [ada, cem, cem], remove: [ben] };
    for (const workers of [2, 2]) {
      expect(await tenant.api.changeGroupMembers({ path: { id: group }, body: change })).toMatchObject({
        id: group,
        name: 'Crew',
        workers,
      });
    }
    expect(await namesIn('crew')).toEqual(['Ada', 'Cem']);
    expect(await tenant.api.getWorker({ path: { id: ada } })).toMatchObject({ groups: ['Crew', 'Night'], version: 1 });
    expect(await tenant.api.getWorker({ path: { id: ben } })).toMatchObject({ groups: [], version: 2 });
    expect(await tenant.api.getWorker({ path: { id: cem } })).toMatchObject({ groups: ['Crew'], version: 2 });
    const audited = await engine.database.query(
      `select after from audit_entry where tenant_id = $1 and action = 'group.members_changed'`,
      [tenant.id],
    );
    expect(audited).toEqual([{ after: { added: [expect.any(String)], removed: [expect.any(String)] } }]);
  });

  it('fill pages of workers by the names of their groups, too', async () => {
    const groups = Array.from({ length: 50 }, (_value, n) => `${n} ${'ä'.repeat(250)}`);
    const names = Array.from({ length: 60 }, (_value, n) => `W-${n}`);
    const rows = names.map((name) => JSON.stringify({ externalWorkerId: name, name, groups }));
    await tenant.importRows('/workers', rows.join('\n'), 'application/x-ndjson');
    for (const filter of [{}, { group: groups[7]! }]) {
      const query = { ...filter, limit: 60 };
      const first = await tenant.api.listWorkers({ query });
      const second = await tenant.api.listWorkers({ query: { ...query, cursor: first.nextCursor! } });
      expect([first.items.length < 60, second.nextCursor]).toEqual([true, null]);
      expect([...first.items, ...second.items].map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    }
  });

  it('keep a group from being deleted that come back at that moment', async () => {
    const group = await addGroup('Crew');
    const [ada, ben] = [await addWorker('Ada', ['Crew']), await addWorker('Ben', ['Crew'])];
    for (const id of [ada, ben]) await tenant.api.changeWorker({ path: { id }, body: { active: false } });
    await engine.database.inTransaction(async (tx) => {
      await tx.query(`select from worker where tenant_id = $1 and name = 'Ada' for update`, [tenant.id]);
      const deleted = tenant.admin('DELETE', `/groups/${group}`);
      await Promise.race([deleted, eventuallyLocked(engine)]);
      await tenant.api.changeWorker({ path: { id: ben }, body: { active: true } });
      await tx.query('commit');
      expect(await deleted).toMatchObject(refusal(409, 'still_used'));
    });
    expect(await namesIn('crew')).toContain('Ben');
  });

  it('are removed if they are in both lists', async () => {
    const group = await addGroup('Crew');
    const ada = await addWorker('Ada', ['Crew']);
    expect(
      await tenant.api.changeGroupMembers({ path: { id: group }, body: { add: [ada], remove: [ada] } }),
    ).toMatchObject({ workers: 0 });
  });

  it('are changed all or not at all: one unknown worker refuses the call', async () => {
    const group = await addGroup('Crew');
    const ada = await addWorker('Ada');
    const other = await engine.createTenant();
    const foreign = await other.api.createWorker({ body: { name: 'Theirs', externalWorkerId: '1' } });
    for (const unknown of ['garbage', 'wrk_01jd00000000000000000000zz', foreign.id]) {
      expect(await tenant.admin('PATCH', `/groups/${group}/members`, { add: [ada, unknown] })).toMatchObject({
        status: 404,
        body: { code: 'not_found', detail: 'no such worker', errors: [{ field: 'add.1' }] },
      });
    }
    expect(await other.admin('PATCH', `/groups/${group}/members`, { add: [foreign.id] })).toMatchObject({
      status: 404,
      body: { detail: 'no such group' },
    });
    expect(await namesIn('crew')).toEqual([]);
  });

  it.each([
    { add: 'x' },
    { add: [1] },
    { remove: null },
    { workers: [] },
    { add: Array.from({ length: 1_001 }, () => 'x') },
  ])('are refused with %j', async (body) => {
    expect(await tenant.admin('PATCH', `/groups/${await addGroup('Crew')}/members`, body)).toMatchObject({
      status: 422,
      body: { code: 'invalid' },
    });
  });
});
