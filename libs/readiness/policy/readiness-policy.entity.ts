import { defineEntity, p } from '@mikro-orm/core';
import type { PolicyKind, Severity } from '../rule/kinds.js';

/** How a tenant judges readiness; one that has never saved a policy has no row. The time zone is the tenant's. */
const ReadinessPolicySchema = defineEntity({
  name: 'ReadinessPolicy',
  tableName: 'readiness_policy',
  properties: {
    tenantId: p.uuid().primary(),
    expiringWithinDays: p.integer(),
    /** Those that differ from the defaults. */
    severities: p.json<Partial<Record<PolicyKind, Severity>>>(),
    version: p.integer().default(1),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});

export class ReadinessPolicy extends ReadinessPolicySchema.class {}
ReadinessPolicySchema.setClass(ReadinessPolicy);
