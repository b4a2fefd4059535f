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
    needId: p.uuid(),
    type: p.string(),
    dedupeKey: p.string(),
    deduped: p.boolean(),
    raw: p.json<object>(),
  },
});

export class Signal extends SignalSchema.class {}
SignalSchema.setClass(Signal);
