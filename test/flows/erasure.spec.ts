import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { ids } from '#platform/database';
import { completeAll, offer } from '../factories/assignments.js';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { dismiss, needById, raisedNeed } from '../factories/needs.js';
import { addOnboardingStep } from '../factories/onboarding.js';
import { sendSignal, signal } from '../factories/signals.js';
import { addWaiver } from '../factories/waivers.js';
import { addWorker, allWorkers, eraseWorker, importWorkers } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import { Receiver } from '../harness/receiver.js';
import { findText } from '../harness/search-database.js';
import type { TestTenant } from '../harness/tenant.js';

const NAME = 'Zebulonia Quarzfeld';
const FORMER = 'Zebulonia Maidenfeld';
const KEYS = { externalWorkerId: 'ZQX-99817', email: 'z.quarzfeld@acme.example', learnerId: 'LRN-ZQ-4455' };
const TRACES = ['zebulonia', 'quarzfeld', 'maidenfeld', 'zqx-99817', 'lrn-zq-4455', 'zq phone'];

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
    const course = await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
    const worker = await addWorker(tenant, { name: FORMER, site: 'North', role: 'Rigger', ...KEYS });
    await tenant.api.changeWorker({ path: { id: worker.id }, body: { name: NAME } });
    await addCredential(tenant, { externalWorkerId: KEYS.externalWorkerId, expiresAt: '2020-01-01' });
    await addOnboardingStep(tenant, { email: KEYS.email });
    const ref = { external_worker_id: KEYS.externalWorkerId };
    const payload = { payload: { phone: 'ZQ phone 5550', ref: 'X-1', reporter: NAME } };
    const offered = await raisedNeed(tenant, { ...ref, topic: 'Rigging', ...payload });
    const dismissed = await raisedNeed(tenant, { email: KEYS.email.toUpperCase(), topic: `Talk to ${NAME}` });
    const cohort = await raisedNeed(tenant, {
      site: 'North',
      topic: 'Fire',
      note: `asked for by ${NAME.toUpperCase()}`,
    });
    await sendSignal(tenant, { learner_id: KEYS.learnerId, topic: 'First Aid' }, 'completion');
    await sendSignal(tenant, { ...ref, topic: 'Unknown', action: 'resolve' });
    await dismiss(tenant, dismissed.id, { reason: 'other', note: `${FORMER} is away` });
    await dismiss(tenant, cohort.id, { reason: 'other', note: `${KEYS.email} asked` });
    await offer(tenant, offered.id, { courseId: course.id });
    const { items } = await tenant.api.listAssignments({ query: { worker: worker.id } });
    await tenant.api.createAssignmentLink({ path: { id: items[0]?.id ?? '' }, body: {} });
    await completeAll(tenant, worker.id);
    await addWaiver(tenant, { workerId: worker.id, credential: 'WAH licence', note: 'Zebulonia showed the paper' });
    await tenant.sendRaw(`{"event":"signal.x","data":{"${NAME}":1,"severity":"${KEYS.email}"}}`);
    await tenant.admin('GET', '/signals/refused');
    return { worker, needs: [offered, dismissed, cohort] };
  }

  it('leaves no trace of the name, the keys or the payload in any column of any table', async () => {
    const receiver = await Receiver.open();
    try {
      await tenant.api.createWebhook({ body: { url: receiver.url } });
      const { worker } = await storeEverywhere();
      await eventually(async () => expect(receiver.received.length).toBeGreaterThan(3));
      const before = await findText(engine, tenant, TRACES);
      expect(before).toEqual(
        expect.arrayContaining(['signal.raw', 'need.dedupe_key', 'audit_entry.before', 'worker.name']),
      );
      await eraseWorker(tenant, worker.id);
      await eventually(async () => expect(await findText(engine, tenant, TRACES)).toEqual([]));
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

  it('does not touch other people, even if they have the same name or a similar key', async () => {
    const ada = await addWorker(tenant, { name: 'Ada Smith', externalWorkerId: '12', site: 'North' });
    const other = await addWorker(tenant, {
      name: 'Ada Smith',
      externalWorkerId: '120',
      email: 'a.smith@acme.example',
    });
    const theirs = await raisedNeed(tenant, {
      external_worker_id: '120',
      topic: 'Lifting',
      weight: '12',
      by: 'Ada Smith',
    });
    const own = await raisedNeed(tenant, { external_worker_id: '12', topic: 'Lifting', note: 'Ada Smith fell' });
    await eraseWorker(tenant, ada.id);
    expect((await needById(tenant, theirs.id)).signals).toEqual(theirs.signals);
    expect(await tenant.api.getWorker({ path: { id: other.id } })).toEqual(other);
    expect(JSON.stringify(await needById(tenant, own.id))).not.toContain('Ada Smith');
  });

  it('recognises a person by the name and the address that an import has replaced', async () => {
    const columns = 'externalWorkerId,email,name\n';
    await importWorkers(tenant, `${columns}ZQX-1,z.maidenfeld@acme.example,${FORMER}\n`);
    await importWorkers(tenant, `${columns}ZQX-1,${KEYS.email},${NAME}\n`);
    await raisedNeed(tenant, { site: 'North', topic: 'Fire', note: `${FORMER} (z.maidenfeld@acme.example) asked` });
    const [worker] = await allWorkers(tenant);
    expect(await auditOf(tenant, { subject: worker?.id ?? '' })).toMatchObject([
      { action: 'worker.changed', before: { name: FORMER }, after: { name: NAME, email: KEYS.email } },
    ]);
    await eraseWorker(tenant, worker?.id ?? '');
    expect(await findText(engine, tenant, TRACES)).toEqual([]);
  });

  it('changes keys that would be the same as others, or too long, with a pseudonym in them', async () => {
    const worker = await addWorker(tenant, { name: NAME, ...KEYS });
    const keys = ['check of ZQX-99817', 'check of zqx-99817', Array<string>(25).fill('ZQX-99817').join(' ')];
    for (const key of keys) await raisedNeed(tenant, { site: 'North', topic: 'Fire', dedupe_key: key });
    await eraseWorker(tenant, worker.id);
    expect(await findText(engine, tenant, TRACES)).toEqual([]);
  });

  it('is done where names that must be unique mention the person in several ways', async () => {
    const worker = await addWorker(tenant, { name: NAME, ...KEYS });
    await addWorker(tenant, { name: 'Ben', externalWorkerId: 'B-1' });
    for (const name of [NAME, KEYS.email]) {
      await tenant.api.createView({ body: { name, page: 'needs', query: '' } });
      await addOnboardingStep(tenant, { externalWorkerId: 'B-1', step: `Meet ${name}` });
    }
    // The board has the steps, and computes them no more.
    const marks = 'select from readiness_mark where tenant_id = $1';
    await eventually(async () => expect(await engine.database.query(marks, [tenant.id])).toEqual([]));
    await eraseWorker(tenant, worker.id);
    const { items } = await tenant.api.listOnboarding({ query: { worker: 'B-1' } });
    expect(items.map(({ step }) => step)).toEqual(Array(2).fill(expect.stringMatching(/^Meet erased-[0-9a-f]{12}$/)));
    expect(await findText(engine, tenant, TRACES)).toEqual([]);
  });

  it('leaves the aliases of a site, by which signals reach it', async () => {
    const worker = await addWorker(tenant, { name: 'Mary Baker', externalWorkerId: 'M-1' });
    const { id } = await tenant.api.createSite({ body: { name: 'North', aliases: ['Mary Baker House'] } });
    await eraseWorker(tenant, worker.id);
    expect((await tenant.api.getSite({ path: { id } })).aliases).toEqual(['Mary Baker House']);
  });

  it('delays no signal about a need that mentions the person, and leaves no trace in it', async () => {
    const worker = await addWorker(tenant, { name: NAME, ...KEYS });
    const data = { site: 'North', topic: `Talk to ${NAME}`, dedupe_key: 'talk', note: KEYS.email };
    await raisedNeed(tenant, data);
    await whileHolding('select from signal where tenant_id = $1 for update', [tenant.id], async () => {
      await tenant.admin('DELETE', `/workers/${worker.id}?erase=true`);
      await eventuallyLocked(engine);
      expect((await tenant.send(signal(data))).status).toBe(200);
    });
    await eventually(async () => expect(await findText(engine, tenant, TRACES)).toEqual([]));
  });

  it('can be asked for twice at the same moment', async () => {
    const worker = await addWorker(tenant, { name: NAME, ...KEYS });
    await tenant.admin('DELETE', `/workers/${worker.id}`);
    const request =
      'insert into erasure (tenant_id, worker_id, keys, actor, requested_at) values ($1, $2, $3, $4, now())';
    const keys = JSON.stringify({ names: [], externalWorkerIds: [], emails: [], learnerIds: [] });
    const asked = await whileHolding(
      request,
      [tenant.id, ids.parse('wrk', worker.id), keys, 'token:other'],
      async () => {
        const second = tenant.admin('DELETE', `/workers/${worker.id}?erase=true`);
        await eventuallyLocked(engine);
        return { second };
      },
    );
    expect((await asked.second).status).toBe(204);
    await eventually(async () => expect(await findText(engine, tenant, TRACES)).toEqual([]));
  });

  /** Runs a statement in a transaction that commits after `work`. */
  const whileHolding = <T>(statement: string, values: unknown[], work: () => Promise<T>): Promise<T> =>
    engine.database.inTransaction(async (tx) => {
      await tx.query(statement, values);
      const result = await work();
      await tx.query('commit');
      return result;
    });

  it('can be asked for again, and after the worker was deleted; not for a worker who never was', async () => {
    const worker = await addWorker(tenant, { name: NAME, ...KEYS });
    await tenant.admin('DELETE', `/workers/${worker.id}`);
    expect(await findText(engine, tenant, TRACES)).toContain('audit_entry.before');
    await eraseWorker(tenant, worker.id);
    expect(await findText(engine, tenant, TRACES)).toEqual([]);
    expect((await tenant.admin('DELETE', `/workers/${worker.id}`)).status).toBe(404);
    expect((await tenant.admin('DELETE', `/workers/${worker.id}?erase=yes`)).status).toBe(422);
    const stranger = await engine.createTenant();
    expect((await stranger.admin('DELETE', `/workers/${worker.id}?erase=true`)).status).toBe(404);
  });
});
