import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';
import { raisedNeed } from './needs.js';

/** Offers the course of a need, or another one. */
export function offer(
  tenant: TestTenant,
  needId: string,
  body: Schemas['OfferBody'] = {},
): Promise<Schemas['OfferResult']> {
  return tenant.api.offerNeed({ path: { id: needId }, body });
}

/** Raises a need, and offers its course. @returns the id of the need */
export async function offeredNeed(tenant: TestTenant, data: object, body?: Schemas['OfferBody']): Promise<string> {
  const { id } = await raisedNeed(tenant, data);
  await offer(tenant, id, body);
  return id;
}

/** The latest assignment of a worker. @param worker the id or a key */
export async function assignmentOf(tenant: TestTenant, worker: string): Promise<Schemas['AssignmentView']> {
  const [latest] = (await tenant.api.listAssignments({ query: { worker } })).items;
  if (latest === undefined) throw new Error(`${worker} has no assignment`);
  return latest;
}

/** What an admin does with an assignment, as it is answered. */
export function actOn(
  tenant: TestTenant,
  id: string,
  event: 'cancel' | 'complete' | 'extend' | 'reassign',
  body: object = {},
  headers?: Record<string, string>,
): ReturnType<typeof tenant.admin<Schemas['AssignmentView']>> {
  return tenant.admin('POST', `/assignments/${id}/${event}`, body, headers);
}

/** Completes the open assignments of a worker. @param worker the id or a key */
export async function completeAll(
  tenant: TestTenant,
  worker: string,
  body: Schemas['CompleteBody'] = {},
): Promise<void> {
  const { items } = await tenant.api.listAssignments({ query: { worker, status: ['assigned'] } });
  for (const { id } of items) await tenant.api.completeAssignment({ path: { id }, body });
}
