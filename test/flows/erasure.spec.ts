import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { assignmentOf, completeAll, offer } from '../factories/assignments.js';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { FORMER_NAME, ZEBULONIA, tracesOf } from '../factories/erasure.js';
import { learnerPage } from '../factories/learning.js';
import { dismiss, needById, raisedNeed } from '../factories/needs.js';
import { addOnboardingStep } from '../factories/onboarding.js';
import { sendSignal } from '../factories/signals.js';
import { addWaiver } from '../factories/waivers.js';
import { addWorker, allWorkers, eraseWorker, importWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { Receiver } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

describe('the erasure of a person', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  /** Everything that the product stores about one person, and mentions of them elsewhere. */
  async function storeEverywhere(): Promise<{ worker: Schemas['WorkerView']; needs: Schemas['NeedDetail'][] }> {
    const { name, externalWorkerId, email, learnerId } = ZEBULONIA;
    const course = await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
    const worker = await addWorker(tenant, { ...ZEBULONIA, name: FORMER_NAME, site: 'North', role: 'Rigger' });
    await tenant.api.changeWorker({ path: { id: worker.id }, body: { name } });
    await addCredential(tenant, { externalWorkerId, expiresAt: '2020-01-01' });
    await addOnboardingStep(tenant, { email });
    const ref = { external_worker_id: externalWorkerId };
    const payload = { payload: { phone: 'ZQ phone 5550', ref: 'X-1', reporter: name } };
    const offered = await raisedNeed(tenant, { ...ref, topic: 'Rigging', ...payload });
    const dismissed = await raisedNeed(tenant, { email: email.toUpperCase(), topic: `Talk to ${name}` });
    const note = `asked for by ${name.toUpperCase()}`;
    const cohort = await raisedNeed(tenant, { site: 'North', topic: 'Fire', note });
    await sendSignal(tenant, { learner_id: learnerId, topic: 'First Aid' }, 'completion');
    await sendSignal(tenant, { ...ref, topic: 'Unknown', action: 'resolve' });
    await dismiss(tenant, dismissed.id, { reason: 'other', note: `${FORMER_NAME} is away` });
    await dismiss(tenant, cohort.id, { reason: 'other', note: `${email} asked` });
    await offer(tenant, offered.id, { courseId: course.id });
    await learnerPage(tenant, (await assignmentOf(tenant, worker.id)).id);
    await completeAll(tenant, worker.id);
    await addWaiver(tenant, { workerId: worker.id, credential: 'WAH licence', note: 'Zebulonia showed the paper' });
    await tenant.sendRaw(`{"event":"signal.x","data":{"${name}":1,"severity":"${email}"}}`);
    await tenant.admin('GET', '/signals/refused');
    return { worker, needs: [offered, dismissed, cohort] };
  }

  it('leaves no trace of the name, the keys or the payload in any column of any table', async () => {
    const receiver = await Receiver.open();
    try {
      await tenant.api.createWebhook({ body: { url: receiver.url } });
      const { worker } = await storeEverywhere();
      await eventually(async () => expect(receiver.received.length).toBeGreaterThan(3));
      const before = await tracesOf(engine, tenant);
      expect(before).toEqual(
        expect.arrayContaining(['signal.raw', 'need.dedupe_key', 'audit_entry.before', 'worker.name']),
      );
      await eraseWorker(tenant, worker.id);
      await eventually(async () => expect(await tracesOf(engine, tenant)).toEqual([]));
    } finally {
      await receiver.close();
    }
  });

  it('keeps needs, assignments, signals and the audit log, under a pseudonym', async () => {
    const { worker, needs } = await storeEverywhere();
    const countOf = async (): Promise<unknown> =>
      engine.database.query(
        `select (select count(*) from need where tenant_id = $1) as needs, (select count(*) from signal
            where tenant_id = $1) as signals,
          (select count(*) from assignment where tenant_id = $1) as assignments, (select count(*) from waiver
              where tenant_id = $1) as waivers`,
        [tenant.id],
      );
    const before = await countOf();
    await eraseWorker(tenant, worker.id);
    expect(await countOf()).toEqual(before);
    const [offered, dismissed, cohort] = await Promise.all(needs.map(({ id }) => needById(tenant, id)));
    expect(offered).toMatchObject({ status: 'completed', topic: 'Rigging', severity: needs[0]?.severity });
    expect(offered?.signals[0]).toMatchObject({
      event: {
        event: 'signal.incident',
        data: { topic: 'Rigging', external_worker_id: expect.stringMatching(/^erased-/) },
      },
    });
    expect(dismissed).toMatchObject({ topic: expect.stringMatching(/^Talk to erased-[0-9a-f]{12}$/) });
    expect(cohort).toMatchObject({ dismissal: { note: expect.stringMatching(/^erased-[0-9a-f]{12} asked$/) } });
    expect(await auditOf(tenant, { subject: worker.id, action: 'worker.erased' })).toMatchObject([
      { after: { pseudonym: expect.any(String), rows: { need: expect.any(Number), signal: expect.any(Number) } } },
    ]);
  });

  it('recognises a person by the name and the address that an import has replaced', async () => {
    const columns = 'externalWorkerId,email,name\n';
    await importWorkers(tenant, `${columns}ZQX-1,z.maidenfeld@acme.example,${FORMER_NAME}\n`);
    await importWorkers(tenant, `${columns}ZQX-1,${ZEBULONIA.email},${ZEBULONIA.name}\n`);
    await raisedNeed(tenant, {
      site: 'North',
      topic: 'Fire',
      note: `${FORMER_NAME} (z.maidenfeld@acme.example) asked`,
    });
    const [worker] = await allWorkers(tenant);
    expect(await auditOf(tenant, { subject: worker?.id ?? '' })).toMatchObject([
      {
        action: 'worker.changed',
        before: { name: FORMER_NAME },
        after: { name: ZEBULONIA.name, email: ZEBULONIA.email },
      },
    ]);
    await eraseWorker(tenant, worker?.id ?? '');
    expect(await tracesOf(engine, tenant)).toEqual([]);
  });

  it('changes keys that would be the same as others, or too long, with a pseudonym in them', async () => {
    const worker = await addWorker(tenant, ZEBULONIA);
    const keys = ['check of ZQX-99817', 'check of zqx-99817', Array<string>(25).fill('ZQX-99817').join(' ')];
    for (const key of keys) await raisedNeed(tenant, { site: 'North', topic: 'Fire', dedupe_key: key });
    await eraseWorker(tenant, worker.id);
    expect(await tracesOf(engine, tenant)).toEqual([]);
  });

  it('is done where names that must be unique mention the person in several ways', async () => {
    const worker = await addWorker(tenant, ZEBULONIA);
    await addWorker(tenant, { name: 'Ben', externalWorkerId: 'B-1' });
    for (const name of [ZEBULONIA.name, ZEBULONIA.email]) {
      await tenant.api.createView({ body: { name, page: 'needs', query: '' } });
      await addOnboardingStep(tenant, { externalWorkerId: 'B-1', step: `Meet ${name}` });
    }
    // The board has the steps, and computes them no more.
    const marks = 'select from readiness_mark where tenant_id = $1';
    await eventually(async () => expect(await engine.database.query(marks, [tenant.id])).toEqual([]));
    await eraseWorker(tenant, worker.id);
    const { items } = await tenant.api.listOnboarding({ query: { worker: 'B-1' } });
    expect(items.map(({ step }) => step)).toEqual(Array(2).fill(expect.stringMatching(/^Meet erased-[0-9a-f]{12}$/)));
    expect(await tracesOf(engine, tenant)).toEqual([]);
  });
});
