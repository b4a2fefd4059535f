import { defineEntity, p } from '@mikro-orm/core';
import { timestamps } from '#platform/database';
import type { Role } from '../access/role.js';

/** A value of the role claim, with its role. */
export interface RoleMapping {
  readonly value: string;
  readonly role: Role;
}

/** The single sign-on settings of a tenant, at most one row each. */
const OidcSettingsSchema = defineEntity({
  name: 'OidcSettings',
  tableName: 'oidc_settings',
  properties: {
    tenantId: p.uuid().primary(),
    /** Spelt like in the provider's discovery document. */
    issuer: p.string(),
    clientId: p.string(),
    sealedSecret: p.blob(),
    /** Of a new user, and of one whose claim maps to no role; null: such a user is refused. */
    defaultRole: p.string().$type<Role>().nullable(),
    /** Null: admins assign roles in the engine. */
    roleClaim: p.string().nullable(),
    roles: p.json<readonly RoleMapping[]>(),
    /** In lower case; empty: all. */
    emailDomains: p.json<readonly string[]>(),
    /** Whether unknown people become users. */
    provision: p.boolean(),
    passwordsAllowed: p.boolean(),
    version: p.integer().default(1),
    ...timestamps(),
  },
});

export class OidcSettings extends OidcSettingsSchema.class {}
OidcSettingsSchema.setClass(OidcSettings);
