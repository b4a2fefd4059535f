import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../bench/harness/stage/ports.js';
import { eventually } from '../harness/eventually.js';
import { HaltingPostgres } from '../harness/halting-postgres.js';
import { httpCall } from '../harness/http-call.js';
import { OwnPostgres } from '../harness/own-postgres.js';
import { redisProgram, startRedis } from '../harness/redis.js';
import { itInFull, scaled } from '../harness/scale.js';
import { shortestOf } from '../harness/timing.js';
import { figures } from './figures.js';
import { Load } from './load/load.js';
import { expectStop } from './stage/expect-stop.js';
import { Stage, type StageOptions } from './stage/stage.js';
import { drained, verdict } from './stage/stored.js';

/** More than the engine stores, in the full form. */
const PER_SECOND = scaled(400, undefined);

let stage: Stage;
const startStage = async (options?: StageOptions): Promise<Stage> => (stage = await Stage.start(options));
afterEach(() => stage.stop());

describe('SIGTERM', () => {
  it('under load completes the requests that reached the api, keeps all accepted signals, and ends with status 0, as SIGINT does', async () => {
    await startStage();
    const [api, worker] = await Promise.all([stage.api(), stage.worker()]);
    const load = new Load(stage.url, await stage.createTenant(), { untilClosed: true, perSecond: PER_SECOND }).start();
    await load.accepted(scaled(200, 500));
    const [apiSeconds, workerSeconds] = await Promise.all([expectStop(api), expectStop(worker)]);
    const ledger = await load.finished();
    const next = await stage.worker();
    const drainSeconds = await drained(stage.database, 30);
    const found = await verdict(stage.database, ledger);
    figures('SIGTERM under load', {
      sent: ledger.sent,
      answered: ledger.answered,
      ...found,
      'api stopped in s': apiSeconds,
      'worker stopped in s': workerSeconds,
      'drained in s': drainSeconds,
    });
    expect({ unanswered: ledger.count('unanswered'), statuses: ledger.statuses }).toEqual({
      unanswered: 0,
      statuses: [200],
    });
    expect(found).toEqual({
      lost: 0,
      duplicates: 0,
      resolved: ledger.keys.size,
      stored: ledger.count(200),
    });
    await expectStop(next, 'SIGINT');
  });

  it('sets readiness to 503 while requests are still answered with connection: close, and does not wait for hanging connections', async () => {
    await startStage();
    let api = await stage.api();
    const tenant = await stage.createTenant();
    const { port, hostname } = new URL(stage.url);
    const hang = (sent: string): void => {
      connect(Number(port), hostname)
        .on('error', () => undefined)
        .write(sent);
    };
    const stops: Array<Promise<number>> = [];
    // It answers for a second, which a busy machine may miss: then the next api is stopped.
    await eventually(async () => {
      if (!api.isRunning) api = await stage.api();
      hang('');
      hang('POST /engine/v1/integration/x/webhook HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
      await sleep(100);
      const stopping = expectStop(api);
      stops.push(stopping);
      try {
        await sleep(200);
        const ready = await stage.probe('ready');
        expect([ready.status, await ready.json()]).toMatchObject([
          503,
          { code: 'not_ready', checks: { process: 'it is shutting down', database: 'ok' } },
        ]);
        const answer = await tenant.send({ event: 'signal.incident', data: { site: 'S', topic: 'late' } });
        expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
      } finally {
        await stopping.catch(() => undefined);
      }
    });
    await Promise.all(stops);
  });

  itInFull('ends api and worker even if PostgreSQL and Redis are unavailable', async () => {
    const postgres = await OwnPostgres.start();
    const redis = redisProgram === null ? null : await startRedis();
    await startStage({ database: postgres.database, redisUrl: redis?.url });
    const processes = [await stage.api(), await stage.worker()];
    await Promise.all([postgres.stop(), redis?.stop()]);
    // Neither waits for what is gone, nor for the last resort.
    for (const seconds of await Promise.all(processes.map((process) => expectStop(process))))
      expect(seconds).toBeLessThan(5);
  });

  it.each(['api', 'worker'] as const)('ends a live %s that still waits for its database', async (app) => {
    await startStage();
    const port = String(await freePort());
    const probe = async (path: string): Promise<number> =>
      (await httpCall('GET', `http://127.0.0.1:${port}${path}`)).status;
    const stopWaiting = async (): Promise<number> => {
      const waiting = stage.launch(app, { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/none', METRICS_PORT: port });
      await eventually(async () => expect(waiting.output).toContain('waiting: PostgreSQL does not answer'));
      expect([await probe('/live'), await probe('/ready')]).toEqual([200, 503]);
      return expectStop(waiting);
    };
    expect(await shortestOf(stopWaiting, 1)).toBeLessThan(1);
  });

  itInFull('ends a process whose database hangs during the start', async () => {
    await startStage();
    const postgres = await HaltingPostgres.before(stage.database.appUrl);
    postgres.haltAt(3, 3_000);
    const api = stage.launch('api', { DATABASE_URL: postgres.url });
    await eventually(async () => expect(api.output).toContain('waiting: PostgreSQL does not answer'));
    expect(await expectStop(api)).toBeLessThan(5);
    postgres.close();
  });
});

describe('SIGINT', () => {
  beforeEach(() => startStage());

  it('ends the process at once if it comes a second time', async () => {
    const endTwice = async (): Promise<number> => {
      const api = await stage.api();
      api.send('SIGINT');
      await sleep(200);
      const began = performance.now();
      api.send('SIGINT');
      // After a stall of the machine the first one may have ended it.
      return (await api.ended) === 130 ? performance.now() - began : Infinity;
    };
    expect(await shortestOf(endTwice, 500)).toBeLessThan(500);
  });
});
