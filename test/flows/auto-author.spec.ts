import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-worker.js';

interface Draft {
  id: string;
  status: string;
  topic: string;
  startedBy: { kind: string; name: string };
  needs: number;
  people: number;
}

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const settings = (body: object): Promise<unknown> => tenant.admin('PUT', '/signal-map', { map: {}, ...body });
const turnOn = (autoAuthorThreshold = 3): Promise<unknown> => settings({ autoAuthor: true, autoAuthorThreshold });
const drafts = async (): Promise<Draft[]> => (await tenant.admin<{ items: Draft[] }>('GET', '/drafts')).body.items;
const needs = async (): Promise<Array<{ id: string; status: string; authoring?: object }>> =>
  (await tenant.admin<{ items: Array<{ id: string; status: string }> }>('GET', '/needs')).body.items;

/** Sends a signal about a topic for each of these people. */
const report = (topic: string, people: readonly string[], type = 'audit'): Promise<Response> =>
  tenant.send(people.map((id) => signal({ external_worker_id: id, topic }, type)));

/** The same, and waits until their needs are resolved. */
async function send(topic: string, people: readonly string[], type?: string): Promise<void> {
  await report(topic, people, type);
  await tenant.resolvedNeeds();
}

/** Waits until no mark is due, which the job deletes when it has considered its topic. */
async function considered(): Promise<void> {
  await eventually(async () => {
    const [row] = await engine.database.query<{ due: number }>(
      `select count(*)::int as due from authoring_mark join tenant on tenant.id = tenant_id
        where slug = $1 and due_at <= now()`,
      [tenant.slug],
    );
    expect(row?.due).toBe(0);
  });
}

describe('a draft that starts by itself', () => {
  it('is off until the tenant turns it on, and then considers the needs that are open already', async () => {
    await send('Zorbux line restart', ['a', 'b', 'c']);
    expect(await drafts()).toEqual([]);
    expect((await tenant.admin('GET', '/signal-map')).body).toMatchObject({
      autoAuthor: false,
      autoAuthorThreshold: 3,
    });
    await turnOn();
    await eventually(async () =>
      expect(await drafts()).toMatchObject([
        { topic: 'Zorbux line restart', status: 'ready', needs: 3, people: 3, startedBy: { kind: 'auto' } },
      ]),
    );
    expect((await needs()).map(({ status }) => status)).toEqual(['authoring', 'authoring', 'authoring']);
  });

  it('counts people and not needs, in every spelling of the topic', async () => {
    await turnOn();
    await send('Zorbux line restart', ['a', 'b']);
    await send('zorbux  LINE restart', ['a', 'b'], 'incident');
    await considered();
    expect(await drafts()).toEqual([]);
    await send('Zorbux Line Restart', ['c'], 'incident');
    await eventually(async () => expect(await drafts()).toMatchObject([{ needs: 5, people: 3 }]));
  });

  it('counts the people of a cohort, each once with their own needs', async () => {
    await tenant.admin('POST', '/workers', { externalWorkerId: 'a', name: 'Ann', site: 'North' });
    await tenant.admin('POST', '/workers', { externalWorkerId: 'b', name: 'Bob', site: 'North' });
    await turnOn();
    await tenant.send({ event: 'signal.audit', data: { site: 'North', topic: 'Zorbux line restart' } });
    await send('Zorbux line restart', ['a']);
    await considered();
    expect(await drafts()).toEqual([]);
    await send('Zorbux line restart', ['c']);
    await eventually(async () => expect(await drafts()).toMatchObject([{ needs: 3, people: 3 }]));
  });

  it('starts where the threshold is lowered to what is open', async () => {
    await turnOn(3);
    await send('Zorbux line restart', ['a', 'b']);
    await considered();
    expect(await drafts()).toEqual([]);
    await turnOn(2);
    await eventually(async () => expect(await drafts()).toHaveLength(1));
  });

  it('takes needs that come later, and is one for its topic however many arrive at the same time', async () => {
    await turnOn();
    const crowd = Array.from({ length: 140 }, (_, index) => `w${index}`);
    await Promise.all(
      [0, 1, 2, 3].map((part) => report('Zorbux line restart', crowd.slice(part * 30, part * 30 + 30))),
    );
    await eventually(async () => expect(await drafts()).toMatchObject([{ status: 'ready', needs: 120 }]), 20_000);
    await report('Zorbux line restart', crowd.slice(120));
    await eventually(async () => expect(await drafts()).toMatchObject([{ status: 'ready', needs: 140 }]));
  }, 60_000);

  it('does not start again for the needs of a draft that a person cancelled, but for as many that come later', async () => {
    await turnOn();
    await send('Zorbux line restart', ['a', 'b', 'c']);
    await eventually(async () => expect(await drafts()).toMatchObject([{ status: 'ready' }]));
    const [first] = await drafts();
    await tenant.admin('POST', `/drafts/${first?.id}/cancel`);
    await tenant.resolvedNeeds();
    await turnOn(2);
    await considered();
    await send('Zorbux line restart', ['d']);
    await considered();
    expect(await drafts()).toMatchObject([{ status: 'cancelled' }]);
    await send('Zorbux line restart', ['e']);
    await eventually(async () => expect(await drafts()).toMatchObject([{ needs: 5 }, { status: 'cancelled' }]));
  });

  it('waits where the plan allows none, says so on its needs, and starts when the plan changes', async () => {
    await engine.operator('PATCH', `/tenants/${tenant.slug}`, { draftsPerMonth: 0 });
    await turnOn(1);
    await send('Zorbux line restart', ['a']);
    const { resetsAt } = (await tenant.admin<{ resetsAt: string }>('GET', '/authoring/usage')).body;
    const blocked = { draftId: null, status: null, blocked: 'plan_limit', resetsAt };
    await eventually(async () => expect(await needs()).toMatchObject([{ status: 'open', authoring: blocked }]));
    expect(await drafts()).toEqual([]);
    await engine.operator('PATCH', `/tenants/${tenant.slug}`, { draftsPerMonth: 1 });
    const awaited = { draftId: expect.stringMatching(/^drf_/), status: 'ready', blocked: null, resetsAt: null };
    await withWorker(engine, () =>
      eventually(async () => expect(await needs()).toMatchObject([{ status: 'authoring', authoring: awaited }])),
    );
  });

  it('starts for each of the topics that wait, as the plan comes to allow more', async () => {
    const allow = (draftsPerMonth: number): Promise<unknown> =>
      engine.operator('PATCH', `/tenants/${tenant.slug}`, { draftsPerMonth });
    await allow(0);
    await turnOn(1);
    await send('Zorbux line restart', ['a']);
    await send('Quimby press guarding', ['b']);
    const waiting = { status: 'open', authoring: { blocked: 'plan_limit' } };
    await eventually(async () => expect(await needs()).toMatchObject([waiting, waiting]));
    for (const allowed of [1, 2]) {
      await allow(allowed);
      // By the time that a draft is written, the job has considered the other topic, too.
      const written = Array.from({ length: allowed }, () => ({ status: 'ready' }));
      await withWorker(engine, () => eventually(async () => expect(await drafts()).toMatchObject(written)));
    }
  }, 60_000);

  it('is not waited for any more when it is turned off', async () => {
    await engine.operator('PATCH', `/tenants/${tenant.slug}`, { draftsPerMonth: 0 });
    await turnOn(1);
    await send('Zorbux line restart', ['a']);
    await eventually(async () => expect((await needs())[0]).toHaveProperty('authoring'));
    await settings({ autoAuthor: false });
    await eventually(async () => expect((await needs())[0]).not.toHaveProperty('authoring'));
  });
});
