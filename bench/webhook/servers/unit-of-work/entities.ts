import { defineEntity, p } from '@mikro-orm/core';

/** The need as an ORM would have it: the columns that the database fills by itself are left out. */
const NeedSchema = defineEntity({
  name: 'BenchNeed',
  tableName: 'need',
  schema: 'bench_uow',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    dedupeKey: p.string(),
    status: p.string().default('open'),
    closedAt: p.datetime().nullable(),
    type: p.string(),
    topic: p.string().nullable(),
    category: p.string().nullable(),
    severity: p.smallint(),
    audienceKind: p.string(),
    externalWorkerId: p.string().nullable(),
    email: p.string().nullable(),
    site: p.string().nullable(),
    siteKey: p.string().nullable(),
    signalCount: p.integer().default(1),
    firstSeenAt: p.datetime(),
    lastSeenAt: p.datetime(),
    unresolvedSince: p.datetime().nullable(),
  },
});

export class Need extends NeedSchema.class {}
NeedSchema.setClass(Need);

const SignalSchema = defineEntity({
  name: 'BenchSignal',
  tableName: 'signal',
  schema: 'bench_uow',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    retentionMonths: p.smallint().primary(),
    needId: p.uuid(),
    type: p.string(),
    dedupeKey: p.string(),
    outcome: p.string(),
    raw: p.json<object>(),
  },
});

export class Signal extends SignalSchema.class {}
SignalSchema.setClass(Signal);

const TenantSchema = defineEntity({
  name: 'BenchTenant',
  tableName: 'tenant',
  schema: 'bench_uow',
  properties: {
    id: p.uuid().primary(),
    slug: p.string(),
    signingSecret: p.string(),
    signalMap: p.json<Record<string, { topic?: string; category?: string; severity?: number }>>(),
  },
});

export class Tenant extends TenantSchema.class {}
TenantSchema.setClass(Tenant);
