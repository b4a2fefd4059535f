import { createHmac } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { publishedCourse } from '../factories/courses.js';
import { storedSignals } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
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
      const large = { event: 'signal.incident', data: { site: 'North', note: 'x'.repeat(256 * 1_024) } };
      expect(await check(large)).toMatchObject({ valid: false, status: 413, errors: [{ field: 'body' }] });
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

  it('who sends a test with an id of 64 bits gets the bytes with all of its digits', async () => {
    const event = '{"event":"signal.incident","data":{"site":"North","payload":{"ids":[9007199254740993,0.5]}}}';
    const response = await tenant.call('POST', '/signals/test', {
      headers: { 'content-type': 'application/json' },
      body: `{"event":${event}}`,
    });
    const { request, answer } = (await response.json()) as Schemas['TestedSignal'];
    expect([request.body, answer.status]).toEqual([event, 200]);
    const [signal] = (await tenant.api.listSignals({})).items;
    const shown = await tenant.call('GET', `/signals/${signal?.id}`);
    expect(await shown.text()).toContain('9007199254740993');
  });
});
