import { defineEntity, p } from '@mikro-orm/core';

/**
 * The OpenID issuer and subject of a user, the only stable identifiers there (OpenID Connect Core 1.0, section 5.7).
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
