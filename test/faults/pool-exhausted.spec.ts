import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { OwnPostgres } from '../harness/own-postgres.js';
import type { TestTenant } from '../harness/tenant.js';
import { figures } from './figures.js';
import { Load } from './load/load.js';
import { Stage, type StageOptions } from './stage/stage.js';
import { verdict } from './stage/stored.js';

/** The limit of the time to a refusal. */
const ANSWERED_MS = 2_000;
const HELD_MS = 2_500;

describe('a blocked database', () => {
  let stage: Stage;
  let tenant: TestTenant;
  const set = async (options?: StageOptions): Promise<void> => {
    stage = await Stage.start(options);
    await stage.api();
    tenant = await stage.createTenant();
  };
  afterEach(() => stage.stop());

  /** Locks a table, so that whoever uses it waits, while `work` runs. */
  const holding = <T>(table: string, work: () => Promise<T>): Promise<T> =>
    stage.database.inTransaction(async (tx) => {
      await tx.query(`lock table ${table} in access exclusive mode`);
      return await work();
    });

  /**
   * Sends events during the trouble and after it. A refused sender is asked in time to retry later, and is served then.
   */
  async function expectPatience(
    trouble: string,
    during: (running: () => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const load = new Load(stage.url, tenant, { connections: 32 });
    await during(async () => {
      load.start();
      await sleep(HELD_MS);
    });
    await load.accepted(200);
    const ledger = await load.stop();
    const { lost, duplicates, stored } = await verdict(stage.database, ledger);
    figures(`webhook while ${trouble}`, {
      sent: ledger.sent,
      answered: ledger.answered,
      'of them 503': ledger.count(503),
      stored,
      lost,
      duplicates,
      'slowest in ms': ledger.slowest,
    });
    expect({
      statuses: ledger.statuses,
      unanswered: ledger.count('unanswered'),
      hasty: ledger.hasty,
      lost,
      duplicates,
    }).toEqual({ statuses: [200, 503], unanswered: 0, hasty: 0, lost: 0, duplicates: 0 });
    expect(ledger.slowest).toBeLessThan(ANSWERED_MS);
  }

  it('behind a lock makes the webhook respond with 503 and Retry-After in less than two seconds, and accept the same events afterwards', async () => {
    await set();
    await expectPatience('no statement ends', (running) => holding('need', running));
  });

  it('that does not respond at all makes the webhook respond in the same way', async () => {
    const postgres = await OwnPostgres.start();
    await set(postgres);
    await expectPatience('PostgreSQL is silent', async (running) => {
      const goOn = await postgres.stall();
      await running().finally(goOn);
    });
  });

  it('with an exhausted pool of the admin API makes that API respond with 503 in less than two seconds, while the webhook works', async () => {
    await set();
    // Who calls is read of this table: each call takes a connection for that, before its tenant's share counts.
    const [calls, accepted] = await holding('tenant', async () => {
      const answers = Array.from({ length: 30 }, () => timed(() => tenant.admin<{ code: string }>('GET', '/courses')));
      const webhook = await tenant.send({ event: 'signal.incident', data: { site: 'S', topic: 'meanwhile' } });
      await sleep(ANSWERED_MS);
      return [answers, webhook.status] as const;
    });
    const answers = await Promise.all(calls);
    const refused = answers.filter(({ status }) => status === 503);
    const slowest = Math.max(...refused.map(({ milliseconds }) => milliseconds));
    figures('admin API with its pool used up', {
      sent: answers.length,
      answered: answers.length,
      'of them 503': refused.length,
      'slowest 503 in ms': slowest,
      lost: 0,
      duplicates: 0,
    });
    expect(accepted).toBe(200);
    expect(refused.length).toBeGreaterThan(0);
    for (const { body, headers } of refused)
      expect([body, headers.get('retry-after')]).toMatchObject([{ code: 'unavailable', status: 503 }, '2']);
    expect(answers.filter(({ status }) => status === 200).length + refused.length).toBe(answers.length);
    expect(slowest).toBeLessThan(ANSWERED_MS);
  });
});

async function timed<T extends object>(work: () => Promise<T>): Promise<T & { milliseconds: number }> {
  const began = performance.now();
  return { ...(await work()), milliseconds: performance.now() - began };
}
