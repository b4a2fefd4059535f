import type { SharedEngine } from '../harness/engine.js';
import { findText } from '../harness/search-database.js';
import type { TestTenant } from '../harness/tenant.js';

/** A person whose name and keys nothing else contains. */
export const ZEBULONIA = {
  name: 'Zebulonia Quarzfeld',
  externalWorkerId: 'ZQX-99817',
  email: 'z.quarzfeld@acme.example',
  learnerId: 'LRN-ZQ-4455',
};

/** The name that the person had before. */
export const FORMER_NAME = 'Zebulonia Maidenfeld';

/** The columns of a tenant's tables that name the person, or contain the person's telephone number. */
export function tracesOf(engine: SharedEngine, tenant: TestTenant): Promise<string[]> {
  return findText(engine, tenant, ['zebulonia', 'quarzfeld', 'maidenfeld', 'zqx-99817', 'lrn-zq-4455', 'zq phone']);
}
