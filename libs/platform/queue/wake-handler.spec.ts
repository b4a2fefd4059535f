import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Job } from 'bullmq';
import type { PendingRows } from '../database/index.js';
import { type WakePayload, defineWakeJob } from './job.js';
import type { Turn } from './turns.js';
import { WakeHandler } from './wake-handler.js';

/** Long enough that one job cannot take the turns of many tenants. */
const LONG_TURN_MS = 500;
const GROUP = 3;

/** A handler whose turns take a moment, with the turns that it took and the jobs that it sent. */
class SlowHandler extends WakeHandler {
  protected readonly job = defineWakeJob({ queue: 'slow', attempts: 1, backoffMs: 1, concurrency: 1 });
  protected readonly work: readonly PendingRows[] = [];
  protected readonly turnsAtOnce = 32;
  readonly turnsTaken: Turn[] = [];
  readonly sent: WakePayload[] = [];

  constructor(
    tenantIds: readonly string[],
    private readonly unfinished: readonly string[] = [],
    private readonly turnMs = 5,
  ) {
    super();
    const found = (): Promise<readonly string[]> => Promise.resolve(tenantIds);
    Object.assign(this, {
      pending: { findInGroup: found, among: found },
      scope: { run: <Result>(_scope: object, work: () => Result) => work() },
      jobs: { send: (_job: object, payloads: readonly WakePayload[]) => this.sent.push(...payloads) },
    });
  }

  run(payload: WakePayload, sentAt = Date.now()): Promise<void> {
    return this.process({ id: '1', data: payload, timestamp: sentAt } as Job<unknown>);
  }

  protected async takeTurn(turn: Turn): Promise<boolean> {
    this.turnsTaken.push(turn);
    await sleep(this.turnMs);
    return this.unfinished.includes(turn.tenantId);
  }
}

const tenants = (count: number): string[] => Array.from({ length: count }, (_, index) => `tenant ${index}`);

describe('a job for a group', () => {
  it('takes the turns of a few tenants, and leaves the others to the next job of the group', async () => {
    const handler = new SlowHandler(tenants(200), [], LONG_TURN_MS);
    await handler.run({ group: GROUP });
    expect(handler.turnsTaken.length).toBeGreaterThan(0);
    expect(handler.turnsTaken.length).toBeLessThan(100);
    expect(handler.sent).toEqual([{ group: GROUP }]);
  });

  it('takes the turns of all if they are few, and wakes those that have more work', async () => {
    const handler = new SlowHandler(tenants(5), ['tenant 2']);
    await handler.run({ group: GROUP });
    expect(handler.turnsTaken).toEqual(tenants(5).map((tenantId) => ({ tenantId, place: 'last' })));
    expect(handler.sent).toEqual([{ tenantId: 'tenant 2' }]);
  });
});

describe('a job that names tenants', () => {
  it('takes the turns of all of them', async () => {
    const handler = new SlowHandler(tenants(64));
    await handler.run({ tenantIds: tenants(64) });
    expect(handler.turnsTaken).toEqual(tenants(64).map((tenantId) => ({ tenantId, place: 'first' })));
    expect(handler.sent).toEqual([]);
  });

  it.each([
    { name: 'one tenant', payload: { tenantId: 'tenant 0' } },
    { name: 'several', payload: { tenantIds: tenants(1) } },
  ])('does not precede newer ones after it has waited for long ($name)', async ({ payload }) => {
    const handler = new SlowHandler(tenants(1));
    await handler.run(payload, Date.now() - 60_000);
    await handler.run(payload);
    expect(handler.turnsTaken.map(({ place }) => place)).toEqual(['last', 'first']);
  });
});
