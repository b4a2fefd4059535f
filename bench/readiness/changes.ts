import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DAY_MS } from '#platform/text';
import type { TenantAccess } from '../harness/world.js';
import { LARGE_SITE, externalWorkerId } from './seed.js';
import type { BenchTenant } from './tenant.js';

const POLL_MS = 10;

/**
 * Adds a credential that has expired to one worker after the other, and asks for the worker until it is shown.
 * @returns milliseconds of each, from the request on
 */
export async function changeWorkers(tenant: BenchTenant, changes: number): Promise<number[]> {
  const times: number[] = [];
  for (let number = 1; number <= changes; number++) {
    const name = `Licence ${number}`;
    const key = externalWorkerId(100 * number);
    // The text is also part of longer keys, of at most 111.
    const { items } = await tenant.call<{ items: Array<{ id: string; externalWorkerId: string }> }>(
      'GET',
      `/workers?limit=200&q=${key}`,
    );
    const workerId = items.find((worker) => worker.externalWorkerId === key)?.id ?? '';
    const began = performance.now();
    const expiresAt = new Date(Date.now() - DAY_MS).toISOString();
    await tenant.call('POST', '/credentials', { externalWorkerId: key, name, expiresAt });
    while (!(await isShown(tenant, workerId, name))) await sleep(POLL_MS);
    times.push(performance.now() - began);
  }
  return times;
}

async function isShown(tenant: BenchTenant, workerId: string, name: string): Promise<boolean> {
  const { reasons } = await tenant.call<{ reasons: Array<{ text: string }> }>('GET', `/readiness/${workerId}`);
  return reasons.some(({ text }) => text.includes(name));
}

/**
 * Sends a need of the large site, and counts the people of the board who have it until it is everybody there.
 * @returns seconds from the request on
 */
export async function sendCohortNeed(
  tenant: BenchTenant,
  { signingSecret }: TenantAccess,
  port: number,
  { number, people }: { readonly number: number; readonly people: number },
): Promise<number> {
  const topic = `Sudden danger ${number}`;
  const body = JSON.stringify({ event: 'signal.incident', data: { site: LARGE_SITE, topic, severity: 4 } });
  const began = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/engine/v1/integration/${tenant.slug}/webhook`, {
    method: 'POST',
    headers: { 'x-edifyd-signature': createHmac('sha256', signingSecret).update(body).digest('hex') },
    body,
  });
  if (!response.ok) throw new Error(`the signal was answered ${response.status}`);
  const path = `/readiness?limit=1&topic=${encodeURIComponent(topic)}`;
  for (;;) {
    const { total } = await tenant.call<{ total: number }>('GET', path);
    if (total === people) return (performance.now() - began) / 1_000;
    await sleep(POLL_MS * 10);
  }
}
