import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { draftById, expectDraft, expectDrafts, letStepFail, letStepSucceed, startDraft } from '../factories/drafts.js';
import { needById, needsIn, recordedNeed } from '../factories/needs.js';
import { refuseAuthoring } from '../factories/refusals.js';
import { signal } from '../factories/signals.js';
import { changeTenant } from '../factories/tenants.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { withWorker } from '../harness/with-process.js';

/** Only accepts requests: drafts stay queued until a worker is started. */
let engine: TestEngine;
let tenant: TestTenant;
let needId: string;
let draftId: string;

beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

beforeEach(async () => {
  tenant = await engine.createTenant();
  needId = await recordedNeed(tenant, { site: 'Site A', topic: 'Hydraulic press guarding' }, 'audit');
  draftId = await startDraft(tenant, needId);
});

const draft = () => draftById(tenant, draftId);
const draftIs = (expected: object): Promise<void> => expectDraft(tenant, draftId, expected);
const failed = { status: 'failed', needs: 0 };
const cancel = () => tenant.admin('POST', `/drafts/${draftId}/cancel`);
const retry = () => tenant.admin('POST', `/drafts/${draftId}/retry`);
const kinds = async (): Promise<string[]> => (await tenant.api.listAuthoringLedger()).items.map(({ kind }) => kind);
const ofDraft = (statement: string): Promise<object[]> =>
  engine.database.query(`${statement} where tenant_id = $1`, [tenant.id]);

describe('a draft that is being written', () => {
  it('waits in the queue, and a cancelled one gives its reservation back', async () => {
    expect(await draft()).toMatchObject({ status: 'queued', cost: { drafts: 0 } });
    expect((await cancel()).body).toMatchObject({ status: 'cancelled', cost: { drafts: 0, tokens: 0 } });
    expect(await kinds()).toEqual(['released', 'reserved']);
    expect((await tenant.admin('GET', '/authoring/usage')).body).toMatchObject({ drafts: { used: 0, left: 5 } });
    expect((await cancel()).body).toMatchObject({ code: 'illegal_move' });
  });

  it('waits while its tenant is suspended, and none starts by itself meanwhile', async () => {
    const other = await engine.createTenant();
    for (const one of [tenant, other]) {
      await one.admin('PUT', '/signal-map', { map: {}, autoAuthor: true, autoAuthorThreshold: 1 });
      await one.send(signal({ external_worker_id: 'W-1', topic: 'Zorbux line restart' }));
    }
    const isWritten = { topic: 'Zorbux line restart', status: 'ready' };
    await changeTenant(engine, tenant, { status: 'suspended' });
    await withWorker(engine, () => expectDrafts(other, [isWritten]));
    expect(await ofDraft('select status from draft')).toEqual([{ status: 'queued' }]);
    await changeTenant(engine, tenant, { status: 'active' });
    await withWorker(engine, () => expectDrafts(tenant, [isWritten, { status: 'ready' }]));
  });

  it('is found by its topic, which a later release knows by another identity', async () => {
    await ofDraft(`update draft set topic_key = 'of an earlier release'`);
    const found = () => tenant.api.listDrafts({ query: { topic: 'hydraulic press guarding' } });
    const written = { items: [{ id: draftId, status: 'ready' }] };
    // An update that fails, because the draft is locked, is repeated a minute later.
    await withWorker(engine, () => eventually(async () => expect(await found()).toMatchObject(written), 90_000));
    expect(await startDraft(tenant, needId)).toBe(draftId);
  });

  it('is given up after five attempts at a step, with the error, and written on when that is asked for', async () => {
    await letStepFail(engine, tenant);
    await withWorker(engine, async () => {
      await draftIs({ ...failed, error: expect.stringContaining('no step of the writer') });
      expect(await kinds()).toEqual(['released', 'reserved']);
      expect(await needById(tenant, needId)).toMatchObject({ status: 'open' });
      await letStepSucceed(engine, tenant);
      expect((await retry()).body).toMatchObject({ status: 'queued', error: null });
      const retried = await auditOf(tenant, { subject: draftId, action: 'draft.retried' });
      expect(retried).toMatchObject([{ actor: expect.stringMatching(/^token:/) }]);
      await draftIs({ status: 'ready', needs: 1 });
      expect(await kinds()).toEqual(['settled', 'reserved', 'released', 'reserved']);
    });
  });

  it('is not written on once the library has a course for its topic', async () => {
    await letStepFail(engine, tenant);
    await withWorker(engine, () => draftIs(failed));
    const { id: courseId } = await publishedCourse(tenant, { title: 'Hydraulic press guarding' });
    expect(await retry()).toMatchObject({ status: 409, body: { code: 'course_available', courseId } });
    expect(await draft()).toMatchObject({ status: 'failed' });
    expect(await kinds()).toEqual(['released', 'reserved']);
  });

  it('gets the needs again for which it was forced, although a course answers them, when it is retried', async () => {
    await cancel();
    await publishedCourse(tenant, { title: 'Hydraulic press guarding' });
    await publishedCourse(tenant, { title: 'Grain auger entanglement' });
    const otherId = await recordedNeed(tenant, { site: 'Site B', topic: 'Hydraulic press guarding', dedupe_key: 'B' });
    const need = (id = needId) => needById(tenant, id);
    const answered = { status: 'open', recommendation: { kind: 'course' } };
    const both = () => Promise.all([need(), need(otherId)]);
    await withWorker(engine, () => eventually(async () => expect(await both()).toMatchObject([answered, answered])));
    draftId = await startDraft(tenant, needId, { force: true });
    await startDraft(tenant, otherId, { force: true });
    await letStepFail(engine, tenant);
    await withWorker(engine, async () => {
      await draftIs(failed);
      await tenant.send(signal({ site: 'Site B', topic: 'Grain auger entanglement', dedupe_key: 'B' }));
      await letStepSucceed(engine, tenant);
      expect((await retry()).body).toMatchObject({ needs: 1 });
      await draftIs({ status: 'ready', needs: 1 });
      expect(await need()).toMatchObject({ status: 'authoring', authoring: { draftId, status: 'ready' } });
      expect(await need(otherId)).toMatchObject({ status: 'open', topic: 'Grain auger entanglement' });
    });
  });

  it('is given up, too, if the needs of its topic cannot be added to it', async () => {
    await ofDraft(`update draft set failures = '{"unexpected": 4}', next_attempt_at = 'infinity'`);
    await tenant.send({ event: 'signal.audit', data: { site: 'Site B', topic: 'Hydraulic press guarding' } });
    await withWorker(engine, async () => {
      const resolved = [{ recommendation: { kind: 'author_one' } }];
      await eventually(async () => expect(await needsIn(tenant, 'open')).toMatchObject(resolved), 20_000);
      await refuseAuthoring(engine.database);
      await ofDraft(`update draft set next_attempt_at = now()`);
      await draftIs(failed);
      await engine.database.query('drop trigger refuse on need');
      expect(await draft()).toMatchObject({ error: 'the needs of the topic could not be added to the draft' });
      expect(await kinds()).toEqual(['released', 'reserved']);
    });
  });

  it('is given up if ten workers were lost with a step', async () => {
    await ofDraft(`update draft set status = 'drafting', failures = '{"lost": 9}', lease = uuid_next()`);
    const error = 'the workers that wrote the step "brief" were lost 10 times';
    await withWorker(engine, () => draftIs({ status: 'failed', error }));
    expect(await kinds()).toEqual(['released', 'reserved']);
  });

  it('continues with the step whose worker was lost, and keeps those that were done', async () => {
    // As a worker leaves it that was killed after its first step, while it wrote the second.
    await ofDraft(`update draft set status = 'drafting', content = content || '{"title": "Kept"}',
      lease = uuid_next(), next_attempt_at = now() + interval '1 second'`);
    const first = `update draft_step set status = 'done' where position = 0 and tenant_id = $1`;
    await engine.database.query(first, [tenant.id]);
    await withWorker(engine, () => draftIs({ status: 'ready', title: 'Kept' }));
    expect(await kinds()).toEqual(['settled', 'reserved']);
  });
});
