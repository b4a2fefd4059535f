import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { attemptsOfNeeds, auditOfRetries, callFailures, retryFailures } from '../factories/failures.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { type TestRedis, redisProgram, startRedis } from '../harness/redis.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;

const send = (tenant: TestTenant, topic: string, type = 'x'): Promise<Response> =>
  tenant.send({ event: `signal.${type}`, data: { site: 'S', topic } });

/** A Redis of its own, so that nobody else's workers take the jobs. */
const queues = ['PostgreSQL', ...(redisProgram === null ? [] : ['Redis'])];

describe.each(queues)('failed jobs with %s as the queue', (queue) => {
  let redis: TestRedis | null = null;
  let tenant: TestTenant;
  beforeAll(async () => {
    redis = queue === 'Redis' ? await startRedis() : null;
    engine = await startEngine({ redisUrl: redis?.url ?? null });
    tenant = await engine.createTenant();
  });
  afterAll(async () => {
    await engine.close();
    await redis?.stop();
  });

  const jobs = async (query = ''): Promise<Schemas['FailedJobView'][]> =>
    (await callFailures<{ items: Schemas['FailedJobView'][] }>(engine, 'GET', `/jobs${query}`)).body.items;

  it('are listed with their tenant and their error, and can be retried', async () => {
    await engine.database.query('alter table course rename to course_away');
    await send(tenant, 'a topic');
    await eventually(async () => expect(await jobs(`?tenant=${tenant.slug}`)).not.toEqual([]));
    const [job] = await jobs();
    expect(job).toEqual({
      kind: 'job',
      queue: 'resolve-needs',
      id: expect.any(String),
      name: 'resolve-needs',
      tenant: tenant.slug,
      attempts: 3,
      error: expect.stringContaining('relation "course" does not exist'),
      failedAt: expect.stringMatching(/Z$/),
    });
    const quiet = await engine.createTenant();
    expect(await jobs(`?tenant=${quiet.slug}`)).toEqual([]);
    expect(await retryFailures(engine, { tenant: quiet.slug }, '/jobs')).toEqual({ retried: 0 });
    expect(await retryFailures(engine, { ids: ['none'] }, '/jobs')).toEqual({ retried: 0 });
    await engine.database.query('alter table course_away rename to course');
    const { retried } = (await retryFailures(engine, { tenant: tenant.slug }, '/jobs')) as { retried: number };
    expect(retried).toBeGreaterThan(0);
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
