import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { expectNeed, needById, raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker, changeWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  for (const name of ['Ada', 'Ben']) await addWorker(tenant, { name, externalWorkerId: name, site: 'North' });
});

/** Raises a need, sends its data point again with other data, and waits until the need reaches somebody else. */
const corrected = async (sent: object, again: object): Promise<object> => {
  const { id, audience } = await raisedNeed(tenant, { topic: 'Rigging', ...sent });
  expect(audience.people).toBe(0);
  expect(await sendSignal(tenant, { topic: 'Rigging', ...again })).toMatchObject({ deduped: true });
  await eventually(async () => expect((await needById(tenant, id)).audience.people).toBeGreaterThan(0));
  const { unknownWorker, unknownSite, audience: reached } = await needById(tenant, id);
  return { unknownWorker, unknownSite, worker: reached.worker?.name, site: reached.site, people: reached.people };
};

describe('a data point whose worker or site the directory does not know', () => {
  const found = { unknownWorker: undefined, unknownSite: null };

  it('reaches the worker whom it names when it is sent again', async () => {
    const key = { dedupe_key: 'licence:1' };
    expect(await corrected({ ...key, external_worker_id: 'Adda' }, { ...key, external_worker_id: 'Ada' })).toEqual({
      ...found,
      worker: 'Ada',
      site: null,
      people: 1,
    });
  });

  it('reaches the worker or site whom a later signal names before it is resolved', async () => {
    const events = [
      { dedupe_key: 'licence:2', external_worker_id: 'Adda' },
      { dedupe_key: 'licence:2', external_worker_id: ' Ada ' },
      { dedupe_key: 'licence:2', external_worker_id: 'Adda' },
      { dedupe_key: 'INC-3', site: 'Noth' },
      { dedupe_key: 'INC-3', site: 'North' },
      { dedupe_key: 'licence:3', external_worker_id: 'Ben' },
      { dedupe_key: 'licence:3', external_worker_id: 'Ada' },
    ];
    await tenant.send(events.map((data) => ({ event: 'signal.x', data: { topic: 'Rigging', ...data } })));
    await eventually(async () => {
      const { items } = await tenant.api.listNeeds({ query: { grouped: 'false' } });
      const reached = items.map(({ audience: { worker, site, people } }) => worker?.name ?? `${site}: ${people}`);
      expect(reached.toSorted()).toEqual(['Ada', 'Ben', 'North: 2']);
    });
  });

  it('reaches the worker if only case or accents of the key were wrong', async () => {
    expect(await corrected({ external_worker_id: 'ADA' }, { external_worker_id: 'Ada' })).toMatchObject({
      worker: 'Ada',
    });
  });

  it('reaches the site that it names when it is sent again', async () => {
    const key = { dedupe_key: 'INC-1' };
    expect(await corrected({ ...key, site: 'Noth' }, { ...key, site: 'North' })).toEqual({
      ...found,
      worker: undefined,
      site: 'North',
      people: 2,
    });
  });

  it('reaches the worker whom it names instead of the site when it is sent again', async () => {
    const key = { dedupe_key: 'INC-2' };
    expect(await corrected({ ...key, site: 'Noth' }, { ...key, site: 'Noth', external_worker_id: 'Ada' })).toEqual({
      ...found,
      worker: 'Ada',
      site: 'Noth',
      people: 1,
    });
  });

  it('stays with an unknown worker when it is sent again about a site', async () => {
    const key = { dedupe_key: 'licence:4' };
    const { id } = await raisedNeed(tenant, { ...key, external_worker_id: 'W-9' });
    await sendSignal(tenant, { ...key, site: 'North', topic: 'Rigging' });
    await addWorker(tenant, { name: 'Cleo', externalWorkerId: 'W-9' });
    await expectNeed(tenant, id, { audience: { worker: { name: 'Cleo' }, people: 1 } });
  });

  it('keeps the keys that a later signal leaves out', async () => {
    const key = { dedupe_key: 'licence:2' };
    const { id } = await raisedNeed(tenant, { ...key, external_worker_id: 'W-9', email: 'cleo@acme.com' });
    await sendSignal(tenant, { ...key, external_worker_id: 'W-8' });
    await eventually(async () =>
      expect((await needById(tenant, id)).unknownWorker).toEqual({
        externalWorkerId: 'W-8',
        email: 'cleo@acme.com',
      }),
    );
  });
});

describe('a data point whose worker the directory knows', () => {
  it('stays with the worker when it is sent again about another one', async () => {
    const key = { dedupe_key: 'licence:3' };
    const { id } = await raisedNeed(tenant, { ...key, external_worker_id: 'Ada' });
    await sendSignal(tenant, { ...key, external_worker_id: 'Ben', topic: 'Rigging' });
    await expectNeed(tenant, id, { topic: 'Rigging', audience: { worker: { name: 'Ada' } } });
  });

  it('stays with the worker whose key somebody else has now, whatever the need is resolved again for', async () => {
    const { id: worker } = await addWorker(tenant, { externalWorkerId: 'Dan', name: 'Dan' });
    const { id } = await raisedNeed(tenant, { external_worker_id: 'Dan', topic: 'Scaffolding' });
    await changeWorker(tenant, worker, { externalWorkerId: 'E-1' });
    await addWorker(tenant, { externalWorkerId: 'Dan', name: 'Daniela' });
    await publishedCourse(tenant, { title: 'Scaffolding' });
    await expectNeed(tenant, id, {
      recommendation: { kind: 'course' },
      audience: { worker: { externalWorkerId: 'E-1' }, people: 1 },
    });
  });
});
