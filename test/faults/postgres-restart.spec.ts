import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { OwnPostgres } from '../harness/own-postgres.js';
import { figures } from './figures.js';
import { Load } from './load/load.js';
import { scaled } from '../harness/scale.js';
import { Stage } from './stage/stage.js';
import { drained, verdict } from './stage/stored.js';

const AWAY_SECONDS = scaled(1, 10);
const RECOVERED_SECONDS = 5;

describe('a restart of PostgreSQL under load', () => {
  let stage: Stage;
  afterEach(() => stage.stop());

  it('causes only responses of 503 with Retry-After, and signals are recorded again within five seconds', async () => {
    const postgres = await OwnPostgres.start();
    stage = await Stage.start(postgres);
    await stage.api();
    await stage.worker();
    const tenant = await stage.createTenant();
    const load = new Load(stage.url, tenant).start();
    await load.accepted(500);
    await postgres.stop();
    await sleep(AWAY_SECONDS * 1_000);
    expect((await stage.probe('live')).status).toBe(200);
    const ready = await stage.probe('ready');
    expect([ready.status, await ready.json()]).toMatchObject([
      503,
      { checks: { database: expect.stringContaining('PostgreSQL does not answer (DATABASE_URL)') } },
    ]);
    const admin = await tenant.admin('GET', '/needs');
    expect([admin.status, admin.headers.get('retry-after'), admin.body]).toMatchObject([
      503,
      '2',
      { code: 'unavailable' },
    ]);
    await postgres.start();
    const back = performance.now();
    while (load.ledger.acceptedAt < back) await sleep(5);
    const recovered = (load.ledger.acceptedAt - back) / 1_000;
    await stage.ready();
    await load.accepted(load.ledger.count(200) + 500);
    const ledger = await load.stop();
    const drainSeconds = await drained(stage.database, 30);
    const found = await verdict(stage.database, ledger);
    figures(`PostgreSQL away for ${AWAY_SECONDS} s`, {
      sent: ledger.sent,
      answered: ledger.answered,
      'of them 503': ledger.count(503),
      ...found,
      'slowest in ms': ledger.slowest,
      'recovered in s': recovered,
      'drained in s': drainSeconds,
    });
    expect({ statuses: ledger.statuses, unanswered: ledger.count('unanswered'), hasty: ledger.hasty }).toEqual({
      statuses: [200, 503],
      unanswered: 0,
      hasty: 0,
    });
    expect(found).toMatchObject({ lost: 0, duplicates: 0, resolved: ledger.keys.size });
    expect(recovered).toBeLessThan(RECOVERED_SECONDS);
  });
});
