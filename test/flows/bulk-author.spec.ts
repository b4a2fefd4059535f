import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { publishedCourse } from '../factories/courses.js';
import { draftsOf, startDraft } from '../factories/drafts.js';
import { dismiss, needById } from '../factories/needs.js';
import { operationEnded, undo } from '../factories/operations.js';
import { signal } from '../factories/signals.js';
import { changeTenant } from '../factories/tenants.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const FIRST = 'Zorbux line restart';
const SECOND = 'Quimby press guarding';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

/** A need about each topic, of a person of its own. @returns ids in the order of the topics */
async function needsOf(topics: readonly string[]): Promise<string[]> {
  await tenant.send(topics.map((topic, n) => signal({ external_worker_id: `w${n}`, topic }, 'audit')));
  const needs = await tenant.resolvedNeeds();
  return topics.map(
    (_topic, n) => needs.find(({ unknownWorker }) => unknownWorker?.externalWorkerId === `w${n}`)?.id ?? '',
  );
}

type Bulk = Omit<Schemas['BulkBody'], 'action'>;
const bulk = (body: Bulk) => tenant.api.startBulk({ body: { action: 'author', ...body } });
/** Has courses drafted. @returns the operation, once it is done */
const drafted = async (body: Bulk): Promise<Schemas['OperationDetail']> =>
  operationEnded(tenant, (await bulk(body)).operationId);
const drafts = () => draftsOf(tenant);

describe('having courses drafted for many needs', () => {
  it('shows first what it costs, and starts one draft a topic', async () => {
    const ids = await needsOf([FIRST, SECOND, 'zorbux  LINE restart']);
    const cost = { needs: 3, willMove: 3, drafts: 2, tokens: 0, left: 5, refused: [] };
    expect(await bulk({ ids, dryRun: true })).toMatchObject({ action: 'author', operationId: null, ...cost });
    expect(await drafts()).toEqual([]);
    const { status, body } = await tenant.admin<Schemas['BulkResult']>('POST', '/needs/bulk', {
      action: 'author',
      ids,
    });
    expect(status).toBe(202);
    expect(await operationEnded(tenant, body.operationId)).toMatchObject({ total: 3, done: 3, failed: 0 });
    await eventually(async () =>
      expect((await drafts()).toSorted((a, b) => b.needs - a.needs)).toMatchObject([
        { topic: FIRST, status: 'ready', needs: 2 },
        { topic: SECOND, status: 'ready', needs: 1 },
      ]),
    );
  });

  it('takes what a filter selects, joins drafts that are under way, and names the needs that it cannot send', async () => {
    await publishedCourse(tenant);
    const topics = [FIRST, SECOND, 'Manual Handling', 'Gone'];
    const [first = '', second = '', answered = '', done = ''] = await needsOf(topics);
    await startDraft(tenant, first);
    await dismiss(tenant, done, { reason: 'duplicate' });
    const filter: Bulk['filter'] = { status: ['open', 'authoring', 'dismissed'] };
    const refused = [
      { why: 'illegal_transition', needs: 2 },
      { why: 'course_available', needs: 1, needIds: [answered] },
    ];
    expect(await bulk({ filter, dryRun: true })).toMatchObject({ needs: 4, willMove: 1, drafts: 1, refused });
    const operation = await drafted({ filter });
    expect(operation).toMatchObject({ done: 4, failed: 3 });
    expect(operation.items.find(({ needId }) => needId === answered)).toMatchObject({ why: 'course_available' });
    expect(operation.items.find(({ needId }) => needId === second)).toMatchObject({ status: 'done' });
    const forced = await bulk({ ids: [answered], force: true, dryRun: true });
    expect(forced).toMatchObject({ willMove: 1, drafts: 1, refused: [] });
  });

  it('starts as many drafts as the plan has left, and says so on the other needs', async () => {
    await changeTenant(engine, tenant, { draftsPerMonth: 1 });
    const ids = await needsOf([FIRST, SECOND]);
    const refused = [{ why: 'plan_limit_reached', needs: 1 }];
    expect(await bulk({ ids, dryRun: true })).toMatchObject({ willMove: 1, drafts: 1, left: 1, refused });
    const operation = await drafted({ ids });
    expect(operation).toMatchObject({ done: 2, failed: 1 });
    const late = operation.items.find(({ why }) => why === 'plan_limit_reached')?.needId ?? '';
    expect(await needById(tenant, late)).toMatchObject({ status: 'open', authoring: { blocked: 'plan_limit' } });
    expect(await drafts()).toHaveLength(1);
  });

  it('is undone by cancelling the drafts that are not ready, which costs nothing, and keeps those that are', async () => {
    const [first = '', second = ''] = await needsOf([FIRST, SECOND]);
    const { id: ready } = await drafted({ ids: [first] });
    await eventually(async () => expect(await drafts()).toMatchObject([{ status: 'ready' }]));
    await engine.database
      .query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'later'; end $$;
      create trigger refuse before update on draft_step for each row when (old.tenant_id = '${tenant.id}')
        execute function refuse()`);
    const { id: early } = await drafted({ ids: [second] });
    expect(await undo(tenant, early)).toMatchObject({ undone: 1, items: [{ needId: second, status: 'undone' }] });
    await engine.database.query('drop function refuse cascade');
    expect(await needById(tenant, second)).toMatchObject({ status: 'open' });
    expect(await tenant.api.getAuthoringUsage()).toMatchObject({ drafts: { used: 1, reserved: 0 } });
    expect(await undo(tenant, ready)).toMatchObject({ undone: 0, items: [{ status: 'kept', why: 'draft_ready' }] });
    expect(await needById(tenant, first)).toMatchObject({ status: 'authoring' });
  });

  it('counts needs of a topic as done that an earlier step, or the job of the draft, has sent', async () => {
    const about = (site: string, dedupe_key: string) => signal({ site, topic: FIRST, dedupe_key }, 'audit');
    await tenant.send(about('Gap', 'first'));
    await tenant.send(Array.from({ length: 500 }, (_value, n) => about(`Site ${n}`, `site ${n}`)));
    // Of the first need's gap, which the first step sends as a whole, and of the second step.
    await tenant.send(about('Gap', 'last'));
    await tenant.resolvedNeeds();
    const operation = await drafted({ filter: { status: ['open'] } });
    expect(operation).toMatchObject({ total: 502, done: 502, failed: 0 });
    expect((await drafts()).map(({ topic, needs }) => ({ topic, needs }))).toEqual([{ topic: FIRST, needs: 502 }]);
  });

  it('refuses fields of other actions', async () => {
    const [id = ''] = await needsOf([FIRST]);
    await expect(bulk({ ids: [id], reason: 'other' })).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'reason', message: 'does not belong to the action author' }],
    });
  });
});
