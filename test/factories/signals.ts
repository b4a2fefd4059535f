import type { Schemas } from '#client';
import type { DataPoint } from '#signals';
import type { SharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

/** An event as a source system sends it, about a whole site unless the data name a worker. */
export function signal(data: object = {}, type = 'incident'): { event: string; data: object } {
  return { event: `signal.${type}`, data };
}

/** A data point about a site, as it is read from an event. */
export const sitePoint = (dedupeKey: string, action: DataPoint['action'] = 'trigger'): DataPoint => ({
  action,
  type: 'incident',
  worker: { externalWorkerId: null, email: null, learnerId: null },
  site: 'S',
  topic: null,
  category: null,
  severity: null,
  dedupeKey,
});

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

/** Sends a signal, again while its body was read too late (408): the engine has then stored nothing of it. */
export async function sendUntilRead(
  tenant: TestTenant,
  data: object,
  type = 'incident',
): Promise<{ status: number } & Schemas['SignalResult']> {
  let response = await tenant.send(signal(data, type));
  while (response.status === 408) response = await tenant.send(signal(data, type));
  return { status: response.status, ...((await response.json()) as Schemas['SignalResult']) };
}

/** Events as a file of NDJSON. */
export const ndjson = (events: readonly object[]): string => events.map((one) => `${JSON.stringify(one)}\n`).join('');

/** The text of an event about a topic at a site. */
export const eventText = (topic: string): string => JSON.stringify(signal({ site: 'Site A', topic }));

/** The status and the text of a response. */
export async function statusAndText(sent: Promise<Response>): Promise<[number, string]> {
  const response = await sent;
  return [response.status, await response.text()];
}

/** How many signals are stored: of a tenant, or of all. */
export async function storedSignals({ database }: SharedEngine, tenant?: TestTenant): Promise<number> {
  const rows = await database.query('select from signal where tenant_id = coalesce($1, tenant_id)', [
    tenant?.id ?? null,
  ]);
  return rows.length;
}
