import type { Schemas } from '#client';
import type { TestTenant } from '../harness/tenant.js';

/** A requirement of everyone, unless others are given. Names what is required: a credential or a course. */
export function addRequirement(
  tenant: TestTenant,
  fields: Partial<Schemas['CreateRequirementBody']>,
): Promise<Schemas['RequirementResult']> {
  return tenant.api.createRequirement({ body: { appliesTo: { kind: 'everyone' }, ...fields } });
}
