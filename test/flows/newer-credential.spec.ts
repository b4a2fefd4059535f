import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { expectNeed, needById, raisedNeed, statusesOf } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  for (const name of ['Ada', 'Ben']) await addWorker(tenant, { name, site: 'Site A' });
});

/** Raises a need of Ada's, resolved. @returns its id */
const need = async (data: object = {}, type = 'credential_expiring', key = `key-${Math.random()}`): Promise<string> => {
  const expiring = { topic: 'Forklift Operation', payload: { expires_at: '2098-05-01' } };
  return (await raisedNeed(tenant, { external_worker_id: 'Ada', ...expiring, ...data, dedupe_key: key }, type)).id;
};
const read = (id: string) => needById(tenant, id);
const statuses = (...needIds: string[]) => statusesOf(tenant, needIds);
const store = async (name: string, expiresAt: string | null, externalWorkerId = 'Ada'): Promise<string> =>
  (await addCredential(tenant, { externalWorkerId, name, expiresAt })).id;

describe('a newer credential', () => {
  it('closes the need of the expiring one with the reason, and cancels its assignments', async () => {
    await publishedCourse(tenant, { title: 'Forklift Operation', topics: [] });
    const id = await need();
    await tenant.admin('POST', `/needs/${id}/offer`, {});
    await store('Forklift licence', '2099-05-01');
    await expectNeed(tenant, id, { status: 'completed', assignments: [{ status: 'cancelled' }] });
    const after = { status: 'completed', reason: 'newer_credential' };
    const closed = { action: 'need.completed', actor: 'job:resolve-needs', after };
    expect((await read(id)).history[0]).toMatchObject(closed);
  });

  it('that was there when a person reopened the need leaves it open, and a later one closes it', async () => {
    const id = await need();
    await store('Forklift licence', '2099-05-01');
    await eventually(async () => expect(await statuses(id)).toEqual(['completed']));
    await tenant.api.reopenNeed({ path: { id } });
    const witness = await need({ topic: 'Crane' });
    await store('Crane', null);
    await eventually(async () => expect(await statuses(id, witness)).toEqual(['open', 'completed']));
    await store('Forklift licence', '2099-09-01');
    await eventually(async () => expect(await statuses(id)).toEqual(['completed']));
  });

  it('leaves the assignment to another need for which its course is being offered', async () => {
    const { id: courseId } = await publishedCourse(tenant, { title: 'Forklift Operation', topics: [] });
    const id = await need();
    const other = await need({ topic: 'Fire Safety' }, 'incident');
    await tenant.admin('POST', `/needs/${id}/offer`, {});
    const closed = eventually(async () => expect(await statuses(id)).toEqual(['completed']));
    await engine.database.inTransaction((closing) =>
      engine.database.inTransaction(async (offering) => {
        // The job writes this row before it cancels assignments. The offer, of another course than the recommended one,
        // locks its course after it has found the assignment.
        await closing.query('select from need_person where need_id = $1 for update', [ids.parse('need', id)]);
        await offering.query('select from course where tenant_id = $1 for update', [tenant.id]);
        await store('Forklift licence', '2099-05-01');
        await eventuallyLocked(engine);
        const offered = offer(tenant, other, { courseId });
        await eventuallyLocked(engine, 2);
        await closing.query('commit');
        await Promise.race([closed, sleep(1_000)]);
        await offering.query('commit');
        expect((await offered).counts).toMatchObject({ alreadyAssigned: 1 });
      }),
    );
    await closed;
    expect(await statuses(other)).toEqual(['offered']);
    expect((await tenant.api.listAssignments({})).items).toMatchObject([{ status: 'assigned' }]);
  });

  it('resolves the needs of several people again in the order in which recording locks them', async () => {
    const later = ids.parse('need', await need({}, 'credential_expiring', 'b'));
    const sooner = ids.parse('need', await need({ external_worker_id: 'Ben' }, 'credential_expiring', 'a'));
    await engine.database.inTransaction(async (recording) => {
      await recording.query('select from need where id = $1 for update', [sooner]);
      const rows = ['Ada', 'Ben'].map((name) => `${name},Forklift licence,2099-05-01\n`).join('');
      const imported = tenant.importRows('/credentials', `externalWorkerId,name,expiresAt\n${rows}`);
      await eventuallyLocked(engine);
      expect((await recording.query('select from need where id = $1 for update nowait', [later])).rowCount).toBe(1);
      await recording.query('commit');
      expect((await imported).status).toBe(200);
    });
  });

  it('closes no need of another topic or person, without an expiry, or for which it is the expiring one', async () => {
    const [rigging, bens] = [{ topic: 'Rigging' }, { external_worker_id: 'Ben' }];
    const needs = [await need(), await need(rigging), await need({}, 'incident'), await need(bens)];
    const credential = await store('Forklift licence', '2098-05-01T14:00:00Z');
    await store('Forklift trainer', '2099-05-01');
    await store('Rigging', '2097-05-01');
    const witness = await need({ topic: 'Crane' });
    await store('Crane', null);
    await eventually(async () => expect(await statuses(witness)).toEqual(['completed']));
    expect(await statuses(...needs)).toEqual(['open', 'open', 'open', 'open']);
    await tenant.admin('PATCH', `/credentials/${credential}`, { expiresAt: '2099-05-01' });
    await eventually(async () => expect(await statuses(...needs)).toEqual(['completed', 'open', 'open', 'open']));
  });

  it('from an import closes the needs of many people at once; a dry run closes none', async () => {
    const needs = [await need(), await need({ external_worker_id: 'Ben', topic: 'WAH' }, 'licence_expired')];
    const held = ['Ada,FORKLIFT TICKET', 'Ben,Working at Heights', 'Nobody,Forklift'];
    const rows = ['externalWorkerId,name,expiresAt', ...held.map((row) => `${row},2099-01-01`)].join('\n');
    expect((await tenant.importRows('/credentials?dryRun=true', rows)).status).toBe(200);
    expect(await statuses(...needs)).toEqual(['open', 'open']);
    expect((await tenant.importRows('/credentials', rows)).status).toBe(200);
    await eventually(async () => expect(await statuses(...needs)).toEqual(['completed', 'completed']));
  });

  it('that was there first closes the need of an outdated data point; one without a date only if it was reported later', async () => {
    await store('Forklift licence', '2099-05-01');
    const [outdated, undated] = [await need(), await need({ payload: {} }, 'credential_expired')];
    await eventually(async () => expect(await statuses(outdated, undated)).toEqual(['completed', 'open']));
    await store('Forklift licence', '2099-09-01');
    await eventually(async () => expect(await statuses(undated)).toEqual(['completed']));
  });

  it('answers the data point that is sent again as long as the worker holds it', async () => {
    const sent = (): Promise<string> => need({}, 'credential_expiring', 'licence:1');
    const id = await sent();
    const credential = await store('Forklift licence', '2099-05-01');
    await eventually(async () => expect(await statuses(id)).toEqual(['completed']));
    expect(await statuses(await sent())).toEqual(['completed']);
    await tenant.api.removeCredential({ path: { id: credential } });
    expect(await statuses(await sent())).toEqual(['open']);
  });

  it('keeps an assignment that another need of the person requires', async () => {
    await publishedCourse(tenant, { title: 'Forklift Operation', topics: [] });
    const [expiring, incident] = [await need(), await need({}, 'incident')];
    for (const id of [expiring, incident]) await tenant.admin('POST', `/needs/${id}/offer`, {});
    await store('Forklift licence', '2099-05-01');
    await eventually(async () => expect(await statuses(expiring, incident)).toEqual(['completed', 'offered']));
    expect((await read(expiring)).assignments).toMatchObject([{ status: 'assigned' }]);
  });
});
