import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';
import { timeInDays } from './days.js';

/** A waiver of what the fields name, for a day unless `until` says otherwise. */
export function addWaiver(
  tenant: TestTenant,
  fields: Partial<Schemas['CreateWaiverBody']> & Pick<Schemas['CreateWaiverBody'], 'workerId'>,
): Promise<Schemas['WaiverView']> {
  return tenant.api.createWaiver({ body: { until: timeInDays(1), note: 'Agreed', ...fields } });
}
