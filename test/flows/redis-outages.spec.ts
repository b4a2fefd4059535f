import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RunOperation } from '#operations';
import { JobSender, Queues } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { attempt } from '../factories/log-ins.js';
import { raisedNeed } from '../factories/needs.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { type TestRedis, redisProgram, startRedis } from '../harness/redis.js';

/** A worker that does not pause asks for jobs several times in the time of so many calls. */
const CALLS_WITHOUT_FETCH = 250;

// The harness says so in one line where there is no Redis to start.
(redisProgram === null ? describe.skip : describe)('a Redis that is the queue', () => {
  let former: TestRedis;
  let successor: TestRedis;
  let last: TestRedis;
  let current: TestRedis;
  let engine: TestEngine;

  /** The address of the current Redis: a connection stays with the server to which it was opened. */
  const address = createServer((client) => {
    const server = connect(Number(new URL(current.url).port), '127.0.0.1');
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const)
      void pipeline(from, to).catch(() => undefined);
  });

  beforeAll(async () => {
    [former, successor, last] = await Promise.all([startRedis(), startRedis(), startRedis()]);
    current = former;
    await once(address.listen(0, '127.0.0.1'), 'listening');
    engine = await startEngine({ redisUrl: `redis://127.0.0.1:${(address.address() as AddressInfo).port}` });
  });
  afterAll(async () => {
    await engine.close();
    address.close();
    await Promise.all([former.stop(), successor.stop(), last.stop()]);
  });

  it('is followed to its successor after a failover, although the former one still answers as a replica', async () => {
    const tenant = await engine.createTenant();
    await raisedNeed(tenant, { site: 'Site A' });
    current = successor;
    const redis = new Redis(former.url);
    // Nobody listens there: a replica of the successor would have it write its data into this folder.
    await redis.replicaof('127.0.0.1', '1');
    redis.disconnect();
    expect(await raisedNeed(tenant, { site: 'Site B' })).toMatchObject({ recommendation: { kind: 'author_one' } });
  });

  it('is followed to its successor if the former one hangs with its connections open', async () => {
    const tenant = await engine.createTenant();
    const resume = current.stall();
    current = last;
    try {
      await tenant.send({ event: 'signal.incident', data: { site: 'Site A', topic: 'Rigging' } });
      await eventually(async () => {
        const { items } = await tenant.api.listNeeds();
        expect(items).toMatchObject([{ recommendation: { kind: 'author_one' } }]);
      });
    } finally {
      resume();
    }
  });

  it('is reported once while it counts no log-ins, however many are tried', async () => {
    const redis = await startRedis();
    const api = await startEngine({ redisUrl: redis.url, worker: false });
    const warn = jest.spyOn(Logger.prototype, 'warn');
    await redis.stop();
    for (const name of ['ada', 'ben', 'cleo'])
      expect((await attempt(api, 'acme', `${name}@acme.example`, 'wrong')).status).toBe(401);
    const reports = warn.mock.calls.filter(([message]) => String(message).includes('cannot count log-in attempts'));
    warn.mockRestore();
    await api.close();
    expect(reports).toHaveLength(1);
  });

  it('gets none of the jobs of an outage when it is back, because the sweeps send them again', async () => {
    const redis = await startRedis();
    const api = await startEngine({ redisUrl: redis.url, worker: false });
    const jobs = api.app.get(JobSender, { strict: false });
    const send = (): Promise<boolean> => jobs.send(ResolveNeeds, [{ tenantId: randomUUID() }]);
    await redis.stop();
    expect(new Set(await Promise.all(Array.from({ length: 20 }, send)))).toEqual(new Set([false]));
    await redis.start();
    await eventually(async () => expect(await send()).toBe(true));
    const queue = api.app.get(Queues, { strict: false }).get(ResolveNeeds.queue);
    expect(await queue.getJobCounts('waiting')).toEqual({ waiting: 1 });
    await api.close();
    await redis.stop();
  });

  it('is asked for jobs with pauses while its memory is full, and not as fast as possible', async () => {
    const redis = await startRedis();
    const worker = await startEngine({ redisUrl: redis.url });
    const tenant = await worker.createTenant();
    const control = new Redis(redis.url);
    const refused = async (): Promise<number> =>
      Number(/errorstat_OOM:count=(\d+)/.exec(await control.info('errorstats'))?.[1] ?? 0);
    const debug = jest.spyOn(Logger.prototype, 'debug');
    await worker.database.inTransaction(async (tx) => {
      await tx.query('lock table operation');
      await worker.app.get(JobSender, { strict: false }).send(RunOperation, [{ tenantId: tenant.id }]);
      await eventually(async () => expect(await control.llen('bull:run-operation:active')).toBe(1));
      const [job] = await control.lrange('bull:run-operation:active', 0, 0);
      await control.config('SET', 'maxmemory', '1');
      // It expires, because a full Redis lets no worker renew it. Without its lock the job cannot be completed, and the
      // worker does not learn that no other job waits.
      await control.del(`bull:run-operation:${job}:lock`);
      await tx.query('commit');
    });
    await eventually(async () => expect(debug.mock.calls.join('\n')).toContain('run-operation: Missing lock for job'));
    debug.mockRestore();
    await eventually(async () => {
      const before = await refused();
      for (let call = 0; call < CALLS_WITHOUT_FETCH; call++) await control.ping();
      expect(await refused()).toBe(before);
    });
    await control.config('SET', 'maxmemory', '0');
    await raisedNeed(tenant, { site: 'Site A' });
    control.disconnect();
    await worker.close();
    await redis.stop();
  });
});
