import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sendSignal, signal } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventuallyLocked } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { shortestTime } from '../harness/timing.js';

const NEED = { site: 'North', topic: 'Rigging', dedupe_key: 'locked' };
/** What a statement of the recorder may take is 600 ms. */
const SOON_MS = 300;
const LONGER_THAN_BATCHES_WAIT_MS = 250;

describe('a need that another transaction has locked', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await sendSignal(tenant, NEED);
  });

  const send = async (to: TestTenant, data: object): Promise<number> => (await to.send(signal(data))).status;
  /** Runs `work` while a transaction locks the need, until `work` calls `release`. */
  const whileLocked = (work: (release: () => Promise<unknown>) => Promise<void>): Promise<void> =>
    engine.database.inTransaction(async (tx) => {
      await tx.query('select from need where tenant_id = $1 for update', [tenant.id]);
      await work(() => tx.query('commit'));
    });

  it('delays the signals of its tenant only', async () => {
    const other = await engine.createTenant();
    const end = new AbortController();
    const own: number[] = [];
    const keepSending = async (): Promise<void> => {
      while (!end.signal.aborted) own.push(await send(tenant.once, NEED));
    };
    const statuses: number[] = [];
    await whileLocked(async (release) => {
      const sending = Promise.all([keepSending(), keepSending(), keepSending()]);
      await eventuallyLocked(engine);
      let sent = 0;
      const burst = async (): Promise<void> => {
        const keys = Array.from({ length: 20 }, () => `of the other ${sent++}`);
        statuses.push(...(await Promise.all(keys.map((key) => send(other, { ...NEED, dedupe_key: key })))));
      };
      await burst();
      expect(
        await shortestTime(async () => {
          for (let time = 0; time < 5; time++) await burst();
        }, 5 * SOON_MS),
      ).toBeLessThan(5 * SOON_MS);
      end.abort();
      await sending;
      await release();
    });
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(new Set(own)).toEqual(new Set([503]));
    expect(await send(tenant, NEED)).toBe(200);
  });

  it('is joined by the signals that waited for it, one event or a batch, once it is free in time', async () => {
    await whileLocked(async (release) => {
      const waiting = Promise.all([send(tenant.once, NEED), tenant.once.send([signal(NEED), signal(NEED)])]);
      await sleep(LONGER_THAN_BATCHES_WAIT_MS);
      await release();
      const [status, batch] = await waiting;
      expect([status, batch.status]).toEqual([200, 200]);
    });
    expect(
      await engine.database.query('select signal_count::integer as signals from need where tenant_id = $1', [
        tenant.id,
      ]),
    ).toEqual([{ signals: 4 }]);
  });
});
