import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';

type WorkerFields = Partial<Schemas['CreateWorkerBody']>;

/** A worker whose external id is the name, unless keys are given. */
export function addWorker(tenant: TestTenant, fields: WorkerFields = {}): Promise<Schemas['WorkerView']> {
  const { name = 'Ada', ...others } = fields;
  const hasKey = [fields.externalWorkerId, fields.email, fields.learnerId].some((key) => key !== undefined);
  return tenant.api.createWorker({ body: { name, ...(hasKey ? {} : { externalWorkerId: name }), ...others } });
}

/** What importing workers counts: created, updated, unchanged, failed. */
export const countsOf = ({ created, updated, unchanged, failed }: Schemas['ImportResult']): number[] => [
  created,
  updated,
  unchanged,
  failed,
];
