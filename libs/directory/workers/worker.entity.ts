import { defineEntity, p } from '@mikro-orm/core';
import { timestamps } from '#platform/database';

/** A person whose readiness is tracked. At least one of the three keys is set; each is unique within the tenant. */
const WorkerSchema = defineEntity({
  name: 'Worker',
  tableName: 'worker',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    externalWorkerId: p.string().nullable(),
    /** Lower case. */
    email: p.string().nullable(),
    learnerId: p.string().nullable(),
    name: p.string(),
    siteId: p.uuid().nullable(),
    role: p.string().nullable(),
    active: p.boolean().default(true),
    version: p.integer().default(1),
    ...timestamps(),
  },
});

export class Worker extends WorkerSchema.class {}
WorkerSchema.setClass(Worker);
