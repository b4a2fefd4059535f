import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { publishedCourse } from '../factories/courses.js';
import { storedSignals } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('an integrator', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const check = async (raw: unknown): Promise<Schemas['CheckedSignal']> =>
    tenant.api.checkSignals({ body: { raw: typeof raw === 'string' ? raw : JSON.stringify(raw) } });

  describe('who checks an event', () => {
    it('sees its defaults, dedupe key, audience and course, and nothing is recorded', async () => {
      const course = await publishedCourse(tenant, { title: 'Rigging', topics: ['Rigging'] });
      const ada = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'E-1', site: 'North' });
      await tenant.admin('PUT', '/signal-map', { map: { incident: { topic: 'Rigging', severity: 3 } } });
      const data = { external_worker_id: 'E-1', severty: 4 };
      expect(await check({ event: 'signal.incident', data })).toMatchObject({
        valid: true,
        status: 200,
        warnings: [{ field: 'data.severty' }],
        event: { type: 'incident', topic: 'Rigging', severity: 3, defaulted: ['action', 'topic', 'severity'] },
        dedupeKey: 'incident:worker=e-1:rigging',
        audience: { kind: 'worker', workerId: ada.id, known: true, people: 1 },
        match: { courseId: course.id, title: 'Rigging' },
      });
      expect((await check({ event: 'signal.incident', data: { site: 'NORTH' } })).audience).toMatchObject({
        kind: 'cohort',
        site: 'North',
        people: 1,
      });
      expect((await check({ event: 'signal.incident', data: { site: 'Nowhere' } })).audience).toMatchObject({
        known: false,
        people: 0,
      });
      expect(await storedSignals(engine, tenant)).toBe(0);
    });

    it('sees that a need would reach nobody if its worker has left', async () => {
      await addWorker(tenant, { name: 'Ben', externalWorkerId: 'E-2', active: false });
      const { audience } = await check({ event: 'signal.incident', data: { external_worker_id: 'E-2' } });
      expect(audience).toMatchObject({ known: true, people: 0 });
    });

    it('sees what is wrong, with the status of the webhook', async () => {
      expect(await check('{"event"')).toMatchObject({
        valid: false,
        status: 400,
        errors: [{ message: 'must be JSON' }],
      });
      expect(await check('7')).toMatchObject({ status: 400, errors: [{ message: 'must be a JSON object' }] });
      expect(await check({ event: 'signal.x', data: { severity: 9 } })).toMatchObject({
        valid: false,
        status: 422,
        errors: expect.arrayContaining([expect.objectContaining({ field: 'data.severity' })]),
        event: null,
        match: null,
      });
    });

    it('is told to check the events of a batch one by one, which the webhook accepts', async () => {
      await expect(check([{ event: 'signal.x', data: { site: 'North' } }])).rejects.toMatchObject({
        code: 'invalid',
        errors: [{ field: 'raw', message: 'must be one event: check those of a batch one by one' }],
      });
    });
  });

  it('who sends a test gets the exact bytes, a signature that can be computed again, and the answer', async () => {
    const event = { event: 'signal.incident', data: { site: 'North', topic: 'Rigging' } };
    const { request, answer } = await tenant.api.testSignals({ body: { event } });
    expect(request.path).toBe(`/engine/v1/integration/${tenant.slug}/webhook`);
    expect(request.signature).toBe(createHmac('sha256', tenant.signingSecret).update(request.body).digest('hex'));
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, expect.objectContaining({ deduped: false })]);
    expect(await storedSignals(engine, tenant)).toBe(1);
    const refused = await tenant.api.testSignals({ body: { event: { event: 'x' } } });
    expect(refused.answer.status).toBe(422);
  });

  describe('whose events are refused', () => {
    it('sees why, with an excerpt that has no personal data, and counts of unsigned requests', async () => {
      await tenant.send({ event: 'signal.incident', data: { email: 'ada@acme.com', severity: 9 } });
      await tenant.sendRaw('{"event":');
      for (let n = 0; n < 3; n++) await tenant.sendRaw('{}', { 'x-edifyd-signature': 'ab' });
      const { items, unsigned } = await tenant.api.getRefusedSignals();
      expect(items).toMatchObject([
        { code: 'invalid_json', excerpt: '{"event":' },
        {
          code: 'invalid_event',
          errors: [{ field: 'data.severity' }],
          excerpt: '{"event":"signal.incident","data":{"email":"…","severity":9}}',
        },
      ]);
      expect(unsigned).toMatchObject([{ requests: 3 }]);
      const other = await engine.createTenant();
      expect(await other.api.getRefusedSignals()).toEqual({ unsigned: [], items: [] });
    });

    it('sees the beginning of each refused event of a batch', async () => {
      await tenant.send([{ event: 'signal.incident', data: { site: 'North' } }, { event: 'x' }, 7]);
      expect((await tenant.api.getRefusedSignals()).items).toMatchObject([
        { errors: [{ field: 'body' }], excerpt: '7' },
        { errors: [{ field: 'data' }, { field: 'event' }], excerpt: '{"event":"…"}' },
      ]);
    });

    it('sees the latest ones of a flood', async () => {
      const batch = Array.from({ length: 500 }, (_value, n) => ({ event: `bad ${n}` }));
      for (let n = 0; n < 12; n++) {
        await tenant.send(batch);
        await tenant.api.getRefusedSignals();
      }
      await tenant.send({ event: 'the last one' });
      const { items } = await tenant.api.getRefusedSignals();
      expect(items).toHaveLength(200);
      expect(items[0]?.excerpt).toBe('{"event":"…"}');
    });

    it('sees the latest ones also while they are being stored', async () => {
      await engine.database.inTransaction(async (tx) => {
        await tx.query('lock table refused_event in exclusive mode');
        await tenant.send({ event: 'bad' });
        await eventuallyLocked(engine);
        const reading = tenant.api.getRefusedSignals();
        await Promise.race([reading, sleep(200)]);
        await tx.query('commit');
        expect((await reading).items).toMatchObject([{ code: 'invalid_event' }]);
      });
    });

    it('sees them for seven days', async () => {
      await tenant.send({ event: 'x' });
      await tenant.sendRaw('{}', { 'x-edifyd-signature': 'ab' });
      await tenant.api.getRefusedSignals();
      await engine.database.query(
        `update refused_event set id = uuid_floor(now() - interval '8 days') where tenant_id = '${tenant.id}'`,
      );
      await engine.database.query(
        `update refused_count set hour = hour - interval '8 days' where tenant_id = '${tenant.id}'`,
      );
      expect(await tenant.api.getRefusedSignals()).toEqual({ unsigned: [], items: [] });
    });
  });
});
