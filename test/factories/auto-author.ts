import { expect } from '@jest/globals';
import type { SharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { draftsOf } from './drafts.js';
import { signal } from './signals.js';

/** A topic that no course covers. */
export const TOPIC = 'Zorbux line restart';

/** Has courses drafted for topics that concern at least so many people. */
export async function turnOn(tenant: TestTenant, autoAuthorThreshold = 3): Promise<void> {
  await tenant.admin('PUT', '/signal-map', { map: {}, autoAuthor: true, autoAuthorThreshold });
}

/** Sends a signal about a topic for each of these people. */
export function report(
  tenant: TestTenant,
  topic: string,
  people: readonly string[],
  type = 'audit',
): Promise<Response> {
  return tenant.send(people.map((id) => signal({ external_worker_id: id, topic }, type)));
}

/** Does the same, and waits until the needs are resolved. */
export async function reportResolved(...reported: Parameters<typeof report>): Promise<void> {
  await report(...reported);
  const [tenant] = reported;
  await tenant.resolvedNeeds();
}

/** Expects only these drafts once no mark is due: the job deletes a mark when it has considered its topic. */
export async function expectOnlyDrafts(
  engine: SharedEngine,
  tenant: TestTenant,
  drafts: readonly object[],
): Promise<void> {
  const due = 'select from authoring_mark where tenant_id = $1 and due_at <= now()';
  await eventually(async () => expect(await engine.database.query(due, [tenant.id])).toEqual([]));
  expect(await draftsOf(tenant)).toMatchObject(drafts);
}
