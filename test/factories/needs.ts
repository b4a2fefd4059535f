import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import type { SharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { sendSignal, signal } from './signals.js';
import { addWorker, importWorkers } from './workers.js';

/** Sends a signal that creates a need, and waits until the need is resolved. */
export async function raisedNeed(tenant: TestTenant, data: object, type = 'incident'): Promise<Schemas['NeedDetail']> {
  const id = await recordedNeed(tenant, data, type);
  return eventually(async () => {
    const need = await needById(tenant, id);
    if (need.recommendation.kind === 'pending') throw new Error(`${id} is still pending`);
    return need;
  });
}

/** Sends a signal that creates a need, and does not wait until the need is resolved. @returns the id of the need */
export async function recordedNeed(tenant: TestTenant, data: object, type = 'incident'): Promise<string> {
  return needOfSignal(tenant, await sendSignal(tenant, data, type));
}

/** Sends signals about a topic, each of another site, and waits until all needs of the tenant are resolved. */
export async function raiseNeeds(
  tenant: TestTenant,
  topic: string,
  sites: readonly string[] = ['Yard'],
): Promise<void> {
  for (const site of sites) await sendSignal(tenant, { site, topic });
  await tenant.resolvedNeeds();
}

/** The id of the need that a signal has created, also if it was completed already. */
export async function needOfSignal(tenant: TestTenant, { signalId }: Schemas['SignalResult']): Promise<string> {
  if (signalId === undefined) throw new Error('the signal joined another need');
  return (await tenant.api.getSignal({ path: { id: signalId } })).needId ?? '';
}

/** Jordan Blake, W-1 at Site A, with resolved needs about Rigging, of severity 3, and about Slinging, of severity 2. */
export async function addWorkerWithTwoNeeds(tenant: TestTenant): Promise<void> {
  await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1', site: 'Site A' });
  await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Rigging', severity: 3 });
  await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Slinging', severity: 2 });
  await tenant.resolvedNeeds();
}

/** Needs about Manual Handling, one of each worker, whom it adds. @returns the ids of the needs by worker */
export async function needOfEach(
  tenant: TestTenant,
  workers: readonly string[],
  data: object = {},
): Promise<Record<string, string>> {
  await importWorkers(tenant, ['externalWorkerId,name', ...workers.map((name) => `${name},${name}`)].join('\n'));
  await tenant.send(workers.map((name) => signal({ external_worker_id: name, topic: 'Manual Handling', ...data })));
  const needs = await tenant.resolvedNeeds();
  return Object.fromEntries(needs.map(({ id, audience }) => [audience.worker?.name ?? '', id]));
}

/** Runs `work` while a lock keeps the needs of a tenant from being resolved. */
export function whileUnresolved<T>(
  { database }: Pick<SharedEngine, 'database'>,
  tenant: TestTenant,
  work: () => Promise<T>,
): Promise<T> {
  return database.inTransaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('resolution:' || $1, 0))`, [tenant.id]);
    return await work();
  });
}

/** The first need of the inbox, once all are resolved. */
export async function firstNeed(tenant: TestTenant): Promise<Schemas['NeedView']> {
  const [first] = await tenant.resolvedNeeds();
  if (first === undefined) throw new Error('there is no need');
  return first;
}

export function needById(tenant: TestTenant, id: string): Promise<Schemas['NeedDetail']> {
  return tenant.api.getNeed({ path: { id } });
}

/** Waits until a need is as expected: `{ status: 'completed' }`. */
export function expectNeed(tenant: TestTenant, id: string, expected: object): Promise<void> {
  return eventually(async () => expect(await needById(tenant, id)).toMatchObject(expected));
}

/** The statuses of needs, in the order of their ids. */
export function statusesOf(
  tenant: TestTenant,
  ids: readonly string[],
): Promise<ReadonlyArray<Schemas['NeedView']['status']>> {
  return Promise.all(ids.map(async (id) => (await needById(tenant, id)).status));
}

/** How many needs of a tenant are in each status, counted in the database. */
export async function needCounts({ database }: SharedEngine, tenant: TestTenant): Promise<Record<string, number>> {
  const rows = await database.query<{ status: string; needs: number }>(
    'select status, count(*)::integer as needs from need where tenant_id = $1 group by status',
    [tenant.id],
  );
  return Object.fromEntries(rows.map(({ status, needs }) => [status, needs]));
}

/** The needs of a tenant in a status, as the inbox lists them. */
export async function needsIn(
  tenant: TestTenant,
  status: 'all' | 'open' = 'all',
): Promise<ReadonlyArray<Schemas['NeedView']>> {
  return (await tenant.api.listNeeds({ query: { status: [status] } })).items;
}

/** The one need about a topic, as the inbox lists it. */
export async function needAbout(tenant: TestTenant, topic: string): Promise<Schemas['NeedView']> {
  const { items } = await tenant.api.listNeeds({ query: { topic } });
  const [need] = items;
  if (need === undefined || items.length > 1) throw new Error(`${items.length} needs are about ${topic}`);
  return need;
}

export function dismiss(tenant: TestTenant, id: string, body: Schemas['DismissBody']): Promise<Schemas['DecidedNeed']> {
  return tenant.api.dismissNeed({ path: { id }, body });
}

/** A decision of an admin about a need, as it is answered. @param decision `dismiss`, `snooze`, `reopen` … */
export function decide(
  tenant: TestTenant,
  id: string,
  decision: string,
  body?: object,
  headers?: Record<string, string>,
): ReturnType<typeof tenant.admin<Schemas['NeedView'] & { readonly code: string }>> {
  return tenant.admin('POST', `/needs/${id}/${decision}`, body, headers);
}
