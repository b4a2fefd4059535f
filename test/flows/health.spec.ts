import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import { withWorker } from '../harness/with-process.js';
import { type TestRedis, redisProgram, startRedis } from '../harness/redis.js';

interface Health {
  readonly status: string | number;
  readonly checks: Readonly<Record<string, string>>;
}

const READY = { process: 'ok', database: 'ok', queue: 'ok', worker: 'ok' };

let engine: TestEngine;

async function ready({ url } = engine): Promise<[number, Health]> {
  const response = await httpCall('GET', `${url}/engine/health/ready`);
  return [response.status, (await response.json()) as Health];
}

describe('readiness', () => {
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.close());

  it('is 200 if everything is available', async () => {
    await eventually(async () => expect(await ready()).toEqual([200, { status: 'ok', checks: READY }]));
  });

  it('is also 200 if no worker runs, and says so', async () => {
    const api = await startEngine({ worker: false });
    try {
      const worker = expect.stringContaining('no worker runs');
      expect(await ready(api)).toEqual([200, { status: 'ok', checks: { ...READY, worker } }]);
      await withWorker(api, () =>
        eventually(async () => expect(await ready(api)).toMatchObject([200, { checks: READY }])),
      );
    } finally {
      await api.close();
    }
  });

  it('is 503 and explains what to do while migrations are pending', async () => {
    const [gone] = await engine.database.query<{ name: string }>(
      'delete from mikro_orm_migrations where id = (select max(id) from mikro_orm_migrations) returning name',
    );
    expect(await ready()).toMatchObject([
      503,
      { code: 'not_ready', detail: 'database: 1 migration is pending: npm run migrate, with DATABASE_OWNER_URL' },
    ]);
    await engine.database.query('insert into mikro_orm_migrations (name) values ($1)', [gone?.name]);
    expect(await ready()).toMatchObject([200, { checks: READY }]);
  });

  it('is also served on the metrics port, for a process without another port', async () => {
    const probe = async (path: string): Promise<number> =>
      (await httpCall('GET', new URL(path, engine.metricsUrl))).status;
    expect([await probe('/live'), await probe('/ready')]).toEqual([200, 200]);
    await engine.database.query('delete from mikro_orm_migrations');
    expect([await probe('/live'), await probe('/ready')]).toEqual([200, 503]);
  });
});

(redisProgram === null ? describe.skip : describe)('readiness with the queue in Redis', () => {
  let redis: TestRedis;
  beforeEach(() => {
    // BullMQ also prints a warning about an evicting Redis, on each of its connections.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await engine.close();
    await redis.stop();
  });

  it('is 503 and explains what to do if Redis evicts keys', async () => {
    redis = await startRedis(['--maxmemory-policy', 'allkeys-lru']);
    engine = await startEngine({ redisUrl: redis.url });
    const queue = 'Redis evicts jobs when its memory is full (maxmemory-policy allkeys-lru): set it to noeviction';
    await eventually(async () => {
      const [status, { checks }] = await ready();
      expect([status, checks]).toEqual([503, { ...READY, queue }]);
    });
  });

  it.each([
    ['noeviction', 200],
    ['volatile-lru', 503],
  ])('reads the policy %s of a managed service without CONFIG, too', async (policy, expected) => {
    redis = await startRedis(['--maxmemory-policy', policy, '--rename-command', 'CONFIG', '']);
    engine = await startEngine({ redisUrl: redis.url });
    expect((await ready())[0]).toBe(expected);
  });
});
