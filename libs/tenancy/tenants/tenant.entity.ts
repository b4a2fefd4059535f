import { defineEntity, p } from '@mikro-orm/core';
import type { Plan } from './plans.js';
import type { SignalRetentionMonths } from './signal-retention.js';

/** A row of the operator's register of tenants: the only table that belongs to no tenant. */
const TenantSchema = defineEntity({
  name: 'Tenant',
  tableName: 'tenant',
  properties: {
    id: p.uuid().primary(),
    slug: p.string(),
    name: p.string(),
    plan: p.string().$type<Plan>().default('free'),
    /** Courses and tokens that it may draft in a calendar month; null: as its plan allows. */
    draftsPerMonth: p.integer().nullable(),
    tokensPerMonth: p.integer().nullable(),
    status: p.string().$type<TenantStatus>().default('active'),
    rateLimit: p.integer().nullable(),
    signalRetentionMonths: p.smallint().$type<SignalRetentionMonths>().default(12),
    /** Null: all its signals have this retention. */
    signalRetentionChangedAt: p.datetime().nullable(),
    /** IANA name. Days without a time are days in this time zone. */
    timeZone: p.string().default('UTC'),
    /** When it is deleted with all its data; null: it stays. */
    deletionAt: p.datetime().nullable(),
    /** Its status before its deletion was requested. */
    statusBeforeDeletion: p.string().$type<TenantStatus>().nullable(),
    /** When a worker process last began to recount its readiness; null: never. */
    recountBeganAt: p.datetime().nullable(),
    /** When the last recount of its readiness began that was completed; null: none was. */
    recountedAt: p.datetime().nullable(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});

export type TenantStatus = 'active' | 'suspended';

export class Tenant extends TenantSchema.class {}
TenantSchema.setClass(Tenant);
