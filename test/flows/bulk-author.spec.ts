import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

interface Operation {
  status: string;
  total: number;
  done: number;
  failed: number;
  undone: number;
  items: Array<{ needId: string; status: string; why: string | null }>;
}

const FIRST = 'Zorbux line restart';
const SECOND = 'Quimby press guarding';

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());
beforeEach(async () => {
  tenant = await engine.createTenant();
});

/** A need about each topic, of a person of its own. @returns ids in the order of the topics */
async function needsOf(topics: readonly string[]): Promise<string[]> {
  await tenant.send(
    topics.map((topic, n) => ({ event: 'signal.audit', data: { external_worker_id: `w${n}`, topic } })),
  );
  const needs = await tenant.resolvedNeeds();
  return topics.map(
    (_topic, n) => needs.find(({ unknownWorker }) => unknownWorker?.externalWorkerId === `w${n}`)?.id ?? '',
  );
}

const bulk = (body: object) =>
  tenant.admin<{ operationId: string; code?: string }>('POST', '/needs/bulk', { action: 'author', ...body });
const drafts = async () =>
  (await tenant.admin<{ items: Array<{ id: string; status: string; topic: string; needs: number }> }>('GET', '/drafts'))
    .body.items;

async function ended(operationId: string, status = 'done'): Promise<Operation> {
  const read = async () => (await tenant.admin<Operation>('GET', `/operations/${operationId}`)).body;
  await eventually(async () => expect((await read()).status).toBe(status));
  return read();
}

describe('having courses drafted for many needs', () => {
  it('shows first what it costs, and starts one draft a topic', async () => {
    const ids = await needsOf([FIRST, SECOND, 'zorbux  LINE restart']);
    expect(await bulk({ ids, dryRun: true })).toMatchObject({
      status: 200,
      body: { action: 'author', operationId: null, needs: 3, willMove: 3, drafts: 2, tokens: 0, left: 5, refused: [] },
    });
    expect(await drafts()).toEqual([]);
    const { status, body } = await bulk({ ids });
    expect(status).toBe(202);
    expect(await ended(body.operationId)).toMatchObject({ total: 3, done: 3, failed: 0 });
    await eventually(async () =>
      expect((await drafts()).toSorted((a, b) => b.needs - a.needs)).toMatchObject([
        { topic: FIRST, status: 'ready', needs: 2 },
        { topic: SECOND, status: 'ready', needs: 1 },
      ]),
    );
  });

  it('takes what a filter selects, joins drafts that are under way, and names the needs that it cannot send', async () => {
    const course = await tenant.admin<{ id: string }>('POST', '/courses', { title: 'Manual Handling', topics: [] });
    await tenant.admin('POST', `/courses/${course.body.id}/publish`);
    const [first = '', second = '', answered = '', done = ''] = await needsOf([
      FIRST,
      SECOND,
      'Manual Handling',
      'Gone',
    ]);
    await tenant.admin('POST', `/needs/${first}/author`, {});
    await tenant.admin('POST', `/needs/${done}/dismiss`, { reason: 'duplicate' });
    const filter = { status: 'open,authoring,dismissed' };
    const refused = [
      { why: 'illegal_transition', needs: 2 },
      { why: 'course_available', needs: 1, needIds: [answered] },
    ];
    expect((await bulk({ filter, dryRun: true })).body).toMatchObject({ needs: 4, willMove: 1, drafts: 1, refused });
    const operation = await ended((await bulk({ filter })).body.operationId);
    expect(operation).toMatchObject({ done: 4, failed: 3 });
    expect(operation.items.find(({ needId }) => needId === answered)).toMatchObject({ why: 'course_available' });
    expect(operation.items.find(({ needId }) => needId === second)).toMatchObject({ status: 'done' });
    const forced = await bulk({ ids: [answered], force: true, dryRun: true });
    expect(forced.body).toMatchObject({ willMove: 1, drafts: 1, refused: [] });
  });

  it('starts as many drafts as the plan has left, and says so on the other needs', async () => {
    await engine.operator('PATCH', `/tenants/${tenant.slug}`, { draftsPerMonth: 1 });
    const ids = await needsOf([FIRST, SECOND]);
    const refused = [{ why: 'plan_limit_reached', needs: 1 }];
    expect((await bulk({ ids, dryRun: true })).body).toMatchObject({ willMove: 1, drafts: 1, left: 1, refused });
    const operation = await ended((await bulk({ ids })).body.operationId);
    expect(operation).toMatchObject({ done: 2, failed: 1 });
    const late = operation.items.find(({ why }) => why === 'plan_limit_reached')?.needId ?? '';
    expect((await tenant.admin('GET', `/needs/${late}`)).body).toMatchObject({
      status: 'open',
      authoring: { blocked: 'plan_limit' },
    });
    expect(await drafts()).toHaveLength(1);
  });

  it('is undone by cancelling the drafts that are not ready, which costs nothing, and keeps those that are', async () => {
    const [first = '', second = ''] = await needsOf([FIRST, SECOND]);
    const ready = (await bulk({ ids: [first] })).body.operationId;
    await ended(ready);
    await eventually(async () => expect(await drafts()).toMatchObject([{ status: 'ready' }]));
    await engine.database
      .query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'later'; end $$;
      create trigger refuse before update on draft_step for each row execute function refuse()`);
    const early = (await bulk({ ids: [second] })).body.operationId;
    await ended(early);
    await tenant.admin('POST', `/operations/${early}/undo`);
    expect(await ended(early, 'undone')).toMatchObject({ undone: 1, items: [{ needId: second, status: 'undone' }] });
    await engine.database.query('drop trigger refuse on draft_step');
    expect((await tenant.admin('GET', `/needs/${second}`)).body).toMatchObject({ status: 'open' });
    expect((await tenant.admin('GET', '/authoring/usage')).body).toMatchObject({ drafts: { used: 1, reserved: 0 } });
    await tenant.admin('POST', `/operations/${ready}/undo`);
    expect(await ended(ready, 'undone')).toMatchObject({ undone: 0, items: [{ status: 'kept', why: 'draft_ready' }] });
    expect((await tenant.admin('GET', `/needs/${first}`)).body).toMatchObject({ status: 'authoring' });
  });

  it('counts needs of a topic as done that an earlier step, or the job of the draft, has sent', async () => {
    const about = (site: string, dedupe_key: string) => ({
      event: 'signal.audit',
      data: { site, topic: FIRST, dedupe_key },
    });
    await tenant.send(about('Gap', 'first'));
    await tenant.send(Array.from({ length: 500 }, (_value, n) => about(`Site ${n}`, `site ${n}`)));
    // Of the first need's gap, which the first step sends as a whole, and of the second step.
    await tenant.send(about('Gap', 'last'));
    await tenant.resolvedNeeds();
    const operation = await ended((await bulk({ filter: { status: 'open' } })).body.operationId);
    expect(operation).toMatchObject({ total: 502, done: 502, failed: 0 });
    expect((await drafts()).map(({ topic, needs }) => ({ topic, needs }))).toEqual([{ topic: FIRST, needs: 502 }]);
  });

  it('refuses fields of other actions', async () => {
    const [id = ''] = await needsOf([FIRST]);
    expect(await bulk({ ids: [id], reason: 'other' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'reason', message: 'does not belong to the action author' }] },
    });
  });
});
