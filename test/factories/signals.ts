import type { Schemas } from '#client';
import type { SharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

/** An event as a source system sends it, about a whole site unless the data name a worker. */
export function signal(data: object = {}, type = 'incident'): { event: string; data: object } {
  return { event: `signal.${type}`, data };
}

/** Sends a signal that is accepted. */
export async function sendSignal(
  tenant: TestTenant,
  data: object,
  type = 'incident',
): Promise<Schemas['SignalResult']> {
  const response = await tenant.send(signal(data, type));
  if (response.status !== 200) throw new Error(`the signal was answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Schemas['SignalResult'];
}

/** Events as a file of NDJSON. */
export const ndjson = (events: readonly object[]): string => events.map((one) => `${JSON.stringify(one)}\n`).join('');

/** How many signals of a tenant are stored. */
export async function storedSignals({ database }: SharedEngine, tenant: TestTenant): Promise<number> {
  const rows = await database.query('select from signal where tenant_id = $1', [tenant.id]);
  return rows.length;
}
