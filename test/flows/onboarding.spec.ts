import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InputOf, Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { addOnboardingStep } from '../factories/onboarding.js';
import { addWorker } from '../factories/workers.js';
import { behindLock } from '../harness/behind-lock.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { expectStale, expectUnknown, refusal, refusedFields } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  await addWorker(tenant, { externalWorkerId: 'W-1', name: 'Ada', email: 'Ada@acme.com' });
  await addWorker(tenant, { externalWorkerId: 'W-2', name: 'Ben', email: 'Ben@acme.com' });
});

const DONE = '2026-06-30T00:00:00.000Z';
const add = (body: object) => addOnboardingStep(tenant, { externalWorkerId: 'W-1', ...body });
const listed = async (query: InputOf<'listOnboarding'>['query'] = {}, of = tenant): Promise<string[]> =>
  (await of.api.listOnboarding({ query })).items.map(
    ({ worker, step, doneAt }) => `${worker.name}: ${step}${doneAt === null ? '' : ', done'}`,
  );
const change = (id: string, body: Schemas['ChangeOnboardingStepBody']) =>
  tenant.api.changeOnboarding({ path: { id }, body });

describe('an onboarding step', () => {
  it('is refused if another one gets its name at the same moment', async () => {
    const { id } = await add({ step: 'Policy' });
    const [renamed, added] = await behindLock(
      engine,
      // The renamed step is published behind this lock.
      [`select pg_advisory_xact_lock(hashtextextended('resolution:' || $1, 0))`, tenant.id],
      () => tenant.admin('PATCH', `/onboarding/${id}`, { step: 'Rules' }),
      () => tenant.admin('POST', '/onboarding', { externalWorkerId: 'W-1', step: 'Rules' }),
    );
    expect(renamed).toMatchObject({ status: 200 });
    expect(added).toMatchObject(refusal(409, 'onboarding_step_exists'));
    expect(await listed()).toEqual(['Ada: Rules']);
  });

  it('is created, done, undone and deleted', async () => {
    const created = await tenant.admin<Schemas['OnboardingStepView']>('POST', '/onboarding', {
      email: 'ADA@acme.com',
      step: ' Sign the policy ',
    });
    expect(created).toMatchObject({
      status: 201,
      body: {
        id: expect.stringMatching(/^onb_[0-9a-z]{26}$/),
        step: 'Sign the policy',
        doneAt: null,
        version: 1,
        worker: { name: 'Ada', externalWorkerId: 'W-1' },
      },
    });
    const { id } = created.body;
    const path = `/onboarding/${id}`;
    expect(await tenant.api.getOnboarding({ path: { id } })).toEqual(created.body);
    const done = { doneAt: '2026-06-30' };
    expect(await change(id, done)).toMatchObject({ ...done, version: 2 });
    const replaced = await tenant.api.putOnboarding({ path: { id }, body: { step: 'Sign the policy', ...done } });
    expect(replaced).toMatchObject({ version: 2 });
    expect(await change(id, { doneAt: null })).toMatchObject({ doneAt: null, step: 'Sign the policy', version: 3 });
    await expectStale(tenant, path, [['PATCH', { doneAt: DONE }], ['PUT', { doneAt: DONE }], ['DELETE']]);
    expect((await tenant.admin('DELETE', path, undefined, { 'if-match': '"3"' })).status).toBe(204);
    expect((await tenant.admin('GET', path)).status).toBe(404);
    const actions = (await auditOf(tenant, { subject: 'onboarding_step' })).map(({ action }) => action);
    expect(actions).toEqual(['created', 'changed', 'changed', 'deleted'].map((verb) => `onboarding_step.${verb}`));
  });

  it('is unique for each worker, whatever its spelling', async () => {
    await add({ step: 'Sign the policy' });
    const other = await add({ step: 'Meet the team' });
    const exists = refusal(409, 'onboarding_step_exists');
    const again = { externalWorkerId: 'W-1', step: 'SIGN  the policy' };
    expect(await tenant.admin('POST', '/onboarding', again)).toMatchObject(exists);
    expect(await tenant.admin('PATCH', `/onboarding/${other.id}`, { step: 'sign the policy' })).toMatchObject(exists);
    const race = { externalWorkerId: 'W-2', step: 'Race' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => tenant.admin('POST', '/onboarding', race)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it.each([
    [{ externalWorkerId: 'W-9', step: 'x' }, ['externalWorkerId']],
    [{ externalWorkerId: '', step: 'x' }, ['externalWorkerId']],
    [{}, ['step']],
    [{ step: 'x', doneAt: 'yes' }, ['doneAt']],
    [{ step: 'x', due: 1 }, ['due']],
  ])('is refused with %j', async (body, fields) => {
    const refused = await tenant.admin('POST', '/onboarding', { externalWorkerId: 'W-1', ...body });
    expect(refusedFields(refused)).toEqual(fields);
  });

  it('is deleted with its worker, and visible in its own tenant only', async () => {
    const { id, worker } = await add({ step: 'Sign the policy' });
    const other = await engine.createTenant();
    expect(await listed({}, other)).toEqual([]);
    const edits = [['PATCH', { step: 'x' }], ['PUT', { step: 'x' }], ['DELETE']] as const;
    await expectUnknown(other, `/onboarding/${id}`, [['GET'], ...edits]);
    await tenant.admin('DELETE', `/workers/${worker.id}`);
    expect(await engine.database.query('select from onboarding_step where tenant_id = $1', [tenant.id])).toEqual([]);
  });
});

it('onboarding steps are listed oldest first, by worker, step and whether they are done, page by page', async () => {
  await add({ step: 'Sign', doneAt: DONE });
  await add({ step: 'Meet' });
  await addOnboardingStep(tenant, { externalWorkerId: 'W-2', step: 'Sign' });
  expect(await listed()).toEqual(['Ada: Sign, done', 'Ada: Meet', 'Ben: Sign']);
  expect(await listed({ worker: 'W-1' })).toEqual(['Ada: Sign, done', 'Ada: Meet']);
  expect(await listed({ step: 'SIGN' })).toEqual(['Ada: Sign, done', 'Ben: Sign']);
  expect(await listed({ done: 'true' })).toEqual(['Ada: Sign, done']);
  expect(await listed({ done: 'false', step: 'sign' })).toEqual(['Ben: Sign']);
  const { nextCursor } = await tenant.api.listOnboarding({ query: { limit: 2 } });
  expect(await listed({ limit: 2, cursor: nextCursor ?? '' })).toEqual(['Ben: Sign']);
});

describe('an import of onboarding steps', () => {
  it('creates and updates steps, keeps omitted fields, and reports unknown workers', async () => {
    await add({ step: 'Sign', doneAt: DONE });
    const { body } = await tenant.importRows(
      '/onboarding',
      `externalWorkerId,email,step,doneAt\nW-1,,sign,\nW-1,,Meet,2026-06-30\n,ben@acme.com,Sign,\n,ben@acme.com,Sign,2026-06-30\nW-9,,Sign,\n`,
    );
    expect(body).toMatchObject({
      created: 2,
      updated: 2,
      unchanged: 0,
      failed: 1,
      errors: [{ row: 6, field: 'externalWorkerId', message: 'names no worker' }],
    });
    expect(await listed()).toEqual(['Ada: Sign', 'Ada: Meet, done', 'Ben: Sign, done']);
    const again = await tenant.importRows('/onboarding', 'externalWorkerId,step\nW-1,Meet\nW-2,Sign\n');
    expect(again.body).toMatchObject({ unchanged: 2, updated: 0 });
    expect(await listed({ done: 'true' })).toEqual(['Ada: Meet, done', 'Ben: Sign, done']);
    const tour = JSON.stringify({ email: 'ada@acme.com', step: 'Tour', doneAt: DONE });
    const tried = await tenant.importRows('/onboarding?dryRun=true', tour, 'application/x-ndjson');
    expect(tried.body).toMatchObject({ created: 1, dryRun: true });
    expect(await listed({ step: 'tour' })).toEqual([]);
  });
});
