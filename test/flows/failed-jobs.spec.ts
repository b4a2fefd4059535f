import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { attemptsOfNeeds, auditOfRetries, callFailures, retryFailures } from '../factories/failures.js';
import { sendSignal } from '../factories/signals.js';
import { QUEUES, startEngineWithQueue } from '../harness/engine-with-queue.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { redisProgram, startRedis } from '../harness/redis.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;

describe.each(QUEUES)('failed jobs with %s as the queue', (queue) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await startEngineWithQueue(queue);
    tenant = await engine.createTenant();
  });
  afterAll(() => engine.close());

  const jobs = async (query = ''): Promise<Schemas['FailedJobView'][]> =>
    (await callFailures<{ items: Schemas['FailedJobView'][] }>(engine, 'GET', `/jobs${query}`)).body.items;

  it('are listed with their tenant and their error, and can be retried', async () => {
    await engine.database.query('alter table need_person rename to need_person_away');
    await sendSignal(tenant, { site: 'S', topic: 'a topic' });
    await eventually(async () => expect(await jobs(`?tenant=${tenant.slug}`)).not.toEqual([]));
    const job = (await jobs()).find(({ queue: name }) => name === 'resolve-needs');
    expect(job).toEqual({
      kind: 'job',
      queue: 'resolve-needs',
      id: expect.any(String),
      name: 'resolve-needs',
      tenant: tenant.slug,
      attempts: 3,
      error: expect.stringContaining('relation "need_person" does not exist'),
      failedAt: expect.stringMatching(/Z$/),
    });
    const quiet = await engine.createTenant();
    expect(await jobs(`?tenant=${quiet.slug}`)).toEqual([]);
    expect(await retryFailures(engine, { tenant: quiet.slug }, '/jobs')).toEqual({ retried: 0 });
    expect(await retryFailures(engine, { ids: ['none'] }, '/jobs')).toEqual({ retried: 0 });
    await engine.database.query('alter table need_person_away rename to need_person');
    const failed = (await jobs(`?tenant=${tenant.slug}`)).length;
    // Of several operators who retry at the same time, each job is retried by one.
    const retries = await Promise.all(
      Array.from({ length: 4 }, () =>
        callFailures<{ retried: number }>(engine, 'POST', '/jobs/retry', { tenant: tenant.slug }),
      ),
    );
    expect(retries.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(retries.reduce((sum, { body }) => sum + body.retried, 0)).toBe(failed);
    await eventually(async () =>
      expect(await attemptsOfNeeds(engine, tenant)).toMatchObject([{ recommendation: 'author_one' }]),
    );
    await eventually(async () => expect(await jobs()).toEqual([]));
    expect(await auditOfRetries(engine, tenant)).toContainEqual(
      expect.objectContaining({
        actor: 'operator',
        after: { jobs: expect.arrayContaining([{ queue: 'resolve-needs', id: job?.id }]) },
      }),
    );
  });
});

(redisProgram === null ? describe.skip : describe)('failed jobs, while Redis is away', () => {
  it('get a 503 within seconds', async () => {
    const redis = await startRedis();
    engine = await startEngine({ redisUrl: redis.url });
    await redis.stop();
    try {
      const answers = await Promise.all([
        callFailures<{ code: string }>(engine, 'GET', '/jobs'),
        callFailures<{ code: string }>(engine, 'POST', '/jobs/retry', {}),
      ]);
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
        [503, 'queue_unavailable'],
        [503, 'queue_unavailable'],
      ]);
    } finally {
      await redis.start();
      await engine.close();
      await redis.stop();
    }
  });
});
