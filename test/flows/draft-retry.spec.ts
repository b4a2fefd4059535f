import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { expectDraft, letStepFail, letStepSucceed, startDraft } from '../factories/drafts.js';
import { decide, needById, needAbout } from '../factories/needs.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { withWorker } from '../harness/with-process.js';

/** Only accepts requests: drafts stay queued until a worker is started. */
let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine({ worker: false });
});
afterAll(() => engine.close());

it('a draft that is retried leaves a need snoozed that somebody has snoozed since it failed', async () => {
  const tenant = await engine.createTenant();
  const topic = 'Hydraulic press guarding';
  await publishedCourse(tenant, { title: topic });
  await tenant.send({ event: 'signal.audit', data: { site: 'Site A', topic } });
  const { id } = await needAbout(tenant, topic);
  const answered = { status: 'open', recommendation: { kind: 'course' } };
  await withWorker(engine, () =>
    eventually(async () => expect(await needById(tenant, id)).toMatchObject(answered), 20_000),
  );
  const draftId = await startDraft(tenant, id, { force: true });
  await letStepFail(engine, tenant);
  await withWorker(engine, () => expectDraft(tenant, draftId, { status: 'failed', needs: 0 }));
  const snoozed = { status: 'snoozed', snoozedUntil: '2099-01-31' };
  await decide(tenant, id, 'snooze', { until: '2099-01-31' });
  const retry = () => tenant.admin('POST', `/drafts/${draftId}/retry`);
  // It was sent to the draft although a course answers it: the draft may be written, also after it fails again.
  expect(await retry()).toMatchObject({ status: 200, body: { status: 'queued', needs: 0 } });
  expect(await needById(tenant, id)).toMatchObject(snoozed);
  await letStepFail(engine, tenant);
  await withWorker(engine, () => expectDraft(tenant, draftId, { status: 'failed' }));
  expect(await needById(tenant, id)).toMatchObject(snoozed);
  await letStepSucceed(engine, tenant);
  await decide(tenant, id, 'reopen', {});
  expect(await retry()).toMatchObject({ status: 200, body: { needs: 1 } });
  expect(await needById(tenant, id)).toMatchObject({ status: 'authoring', authoring: { draftId } });
});
