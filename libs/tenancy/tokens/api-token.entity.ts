import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '../access/role.js';

/** An admin API token of a tenant; only its SHA-256 is stored. */
const ApiTokenSchema = defineEntity({
  name: 'ApiToken',
  tableName: 'api_token',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.string(),
    role: p.string().$type<Role>(),
    hash: p.blob(),
    createdAt: p.datetime().onCreate(() => new Date()),
    /** The creator's name in the audit log; null: unknown. */
    createdBy: p.string().nullable(),
    /** Null: it is valid until it is revoked. */
    expiresAt: p.datetime().nullable(),
    /** Accurate to some seconds; null: never used. */
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});

export class ApiToken extends ApiTokenSchema.class {}
ApiTokenSchema.setClass(ApiToken);
