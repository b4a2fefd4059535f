import { expect } from '@jest/globals';
import type { SharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';
import { signal } from './signals.js';
import { changeTenant } from './tenants.js';

/** An event about a worker, whom its number names. */
export const eventFor = (worker: number): object => signal({ external_worker_id: `W-${worker}`, topic: 'Forklift' });

/** A tenant that may send so many events a second. */
export async function tenantWithRate(engine: SharedEngine, rateLimit: number): Promise<TestTenant> {
  const tenant = await engine.createTenant();
  await changeTenant(engine, tenant, { rateLimit });
  return tenant;
}

/** Sends so many events at once. @returns how many were accepted and refused, and the seconds that it took */
export async function sendAtOnce(senders: readonly TestTenant[], events: number) {
  const began = performance.now();
  const answers = await Promise.all(
    Array.from({ length: events }, async (_, event) => senders[event % senders.length]?.send(eventFor(event))),
  );
  const count = (status: number): number => answers.filter((answer) => answer?.status === status).length;
  return { accepted: count(200), refused: count(429), seconds: (performance.now() - began) / 1_000 };
}

/**
 * Sends so many events at once, and expects that at most what a full bucket holds, one second's worth, and what has
 * flowed in is accepted; and no less than it holds, without the tokens that the processes have leased.
 */
export async function expectOneBucket(senders: readonly TestTenant[], events: number, rate: number, leased = 0) {
  const { accepted, refused, seconds } = await sendAtOnce(senders, events);
  expect(accepted + refused).toBe(events);
  expect(accepted).toBeGreaterThanOrEqual(rate - leased);
  expect(accepted).toBeLessThanOrEqual(rate + Math.ceil(seconds * rate));
}
