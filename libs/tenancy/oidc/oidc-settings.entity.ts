import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '../access/role.js';

/** A value of the role claim, and the role that it stands for. */
export interface RoleMapping {
  readonly value: string;
  readonly role: Role;
}

/** How the users of a tenant log in at an OpenID provider. A tenant has one, or none. */
const OidcSettingsSchema = defineEntity({
  name: 'OidcSettings',
  tableName: 'oidc_settings',
  properties: {
    tenantId: p.uuid().primary(),
    /** As the provider writes it. */
    issuer: p.string(),
    clientId: p.string(),
    sealedSecret: p.blob(),
    /** Of a new user, and of one whose claim names no role; null: such a one is not let in. */
    defaultRole: p.string().$type<Role>().nullable(),
    /** Null: roles are given in the engine. */
    roleClaim: p.string().nullable(),
    roles: p.json<readonly RoleMapping[]>(),
    /** In lower case; empty: all. */
    emailDomains: p.json<readonly string[]>(),
    /** Whether somebody who is no user yet becomes one. */
    provision: p.boolean(),
    passwordsAllowed: p.boolean(),
    version: p.integer().default(1),
    createdAt: p.datetime().onCreate(() => new Date()),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});

export class OidcSettings extends OidcSettingsSchema.class {}
OidcSettingsSchema.setClass(OidcSettings);
