import { defineEntity, p } from '@mikro-orm/core';

/**
 * Which subject of an OpenID provider a user is. The two are all that is stable there (OpenID Connect Core 1.0, section
 * 5.7).
 */
const OidcIdentitySchema = defineEntity({
  name: 'OidcIdentity',
  tableName: 'oidc_identity',
  properties: {
    tenantId: p.uuid().primary(),
    issuer: p.string().primary(),
    subject: p.string().primary(),
    userId: p.uuid(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});

export class OidcIdentity extends OidcIdentitySchema.class {}
OidcIdentitySchema.setClass(OidcIdentity);
