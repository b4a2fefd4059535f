import { afterEach, describe, expect, it } from '@jest/globals';
import type { EngineProcess } from '../harness/engine-process.js';
import { eventually } from '../harness/eventually.js';
import { freePort } from '../../bench/harness/stage/ports.js';
import { HaltingPostgres } from '../harness/halting-postgres.js';
import { httpCall } from '../harness/http-call.js';
import { OwnPostgres } from '../harness/own-postgres.js';
import { redisProgram, startRedis } from '../harness/redis.js';
import { figures } from './figures.js';
import { scaled } from '../harness/scale.js';
import { Stage } from './stage/stage.js';
import { drained } from './stage/stored.js';

/** Longer than a request would wait for its database. */
const HALT_MS = 1_200;

/** What a process said that it waits for. */
function waits({ output }: EngineProcess): string[] {
  return output.split('\n').filter((line) => line.includes('waiting: '));
}

describe('a start without its dependencies', () => {
  let stage: Stage;
  afterEach(() => stage.stop());

  /**
   * Both processes say what they wait for, in one line; the api's probes tell it, and all that is sent is to come back
   * later.
   */
  async function expectWaiting(processes: readonly EngineProcess[], says: string): Promise<void> {
    await eventually(async () => {
      for (const process of processes) expect(waits(process)).toEqual([expect.stringContaining(says)]);
    });
    expect((await stage.probe('live')).status).toBe(200);
    const ready = await stage.probe('ready');
    expect([ready.status, await ready.json()]).toMatchObject([
      503,
      { code: 'not_ready', detail: expect.stringContaining(says) },
    ]);
    const early = await httpCall('POST', `${stage.url}/engine/v1/integration/acme/webhook`, {
      body: '{}',
      headers: { connection: 'close' },
    });
    expect([early.status, early.headers.get('retry-after'), await early.json()]).toEqual([
      503,
      '2',
      { error: 'unavailable' },
    ]);
    const scim = await httpCall('GET', `${stage.url}/engine/scim/v2/Users`, { headers: { connection: 'close' } });
    expect([scim.status, scim.headers.get('content-type'), await scim.json()]).toMatchObject([
      503,
      'application/scim+json',
      { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '503' },
    ]);
    const call = await httpCall('GET', `${stage.url}/engine/v1/admin/me`, { headers: { connection: 'close' } });
    expect([call.status, call.headers.get('retry-after'), await call.json()]).toMatchObject([
      503,
      '2',
      { code: 'unavailable' },
    ]);
  }

  /** Once the part is there, a data point goes all the way. */
  async function expectRecovery(without: string): Promise<void> {
    const began = performance.now();
    await stage.ready();
    const readyAfter = (performance.now() - began) / 1_000;
    const tenant = await stage.createTenant();
    expect((await tenant.send({ event: 'signal.incident', data: { site: 'S', topic: 'first' } })).status).toBe(200);
    await drained(stage.database, 20);
    figures(`start without ${without}`, {
      sent: 1,
      answered: 1,
      stored: 1,
      resolved: 1,
      lost: 0,
      duplicates: 0,
      'ready in s after it came': readyAfter,
    });
  }

  it('waits for PostgreSQL and the migrations, and continues when both are available', async () => {
    const postgres = await OwnPostgres.start({ migrated: false });
    await postgres.stop();
    stage = await Stage.start(postgres);
    const processes = [stage.launch('api'), stage.launch('worker')];
    await expectWaiting(processes, 'PostgreSQL does not answer (DATABASE_URL)');
    await postgres.start();
    await eventually(async () => {
      const { detail } = (await (await stage.probe('ready')).json()) as { detail: string };
      expect(detail).toMatch(/^\d+ migrations? (is|are) pending: npm run migrate, with DATABASE_OWNER_URL$/);
    });
    await postgres.stop();
    const migration = stage.migrate();
    await eventually(async () =>
      expect(waits(migration)).toEqual([expect.stringContaining('PostgreSQL does not answer (DATABASE_OWNER_URL)')]),
    );
    await postgres.start();
    expect(await migration.ended).toBe(0);
    await expectRecovery('PostgreSQL');
  });

  it.each(['api', 'worker'] as const)(
    'of the %s waits for a PostgreSQL that hangs at any moment of the start, and continues with it',
    async (app) => {
      stage = await Stage.start();
      const postgres = await HaltingPostgres.before(stage.database.appUrl);
      const metricsPort = await freePort();
      const start = async (): Promise<void> => {
        const process = stage.launch(app, { DATABASE_URL: postgres.url, METRICS_PORT: String(metricsPort) });
        await stage.ready(`http://127.0.0.1:${metricsPort}/ready`);
        expect(process.isRunning).toBe(true);
        await process.kill();
      };
      await start();
      const ofAStart = postgres.connections;
      expect(ofAStart).toBeGreaterThan(4);
      const step = Math.ceil(ofAStart / scaled(2, ofAStart));
      for (let connection = step; connection <= ofAStart; connection += step) {
        postgres.haltAt(connection, HALT_MS);
        await start();
      }
      postgres.close();
    },
    scaled(120_000, 600_000),
  );

  (redisProgram === null ? it.skip : it)('waits for Redis, and goes on when it is there', async () => {
    const redis = await startRedis();
    await redis.stop();
    try {
      stage = await Stage.start({ redisUrl: redis.url });
      await expectWaiting([stage.launch('api'), stage.launch('worker')], 'Redis does not answer (REDIS_URL)');
      await redis.start();
      await expectRecovery('Redis');
    } finally {
      await redis.stop();
    }
  });
});
