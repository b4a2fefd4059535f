import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';

const DAY_MS = 86_400_000;

/** A waiver of what the fields name, for a day unless `until` says otherwise. */
export function addWaiver(
  tenant: TestTenant,
  fields: Partial<Schemas['CreateWaiverBody']> & Pick<Schemas['CreateWaiverBody'], 'workerId'>,
): Promise<Schemas['WaiverView']> {
  const until = new Date(Date.now() + DAY_MS).toISOString();
  return tenant.api.createWaiver({ body: { until, note: 'Agreed', ...fields } });
}
