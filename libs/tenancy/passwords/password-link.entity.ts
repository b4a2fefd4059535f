import { defineEntity, p } from '@mikro-orm/core';

/** A link by which a user sets a password, once; only its token's SHA-256 is stored. A user has one at a time. */
const PasswordLinkSchema = defineEntity({
  name: 'PasswordLink',
  tableName: 'password_link',
  properties: {
    tenantId: p.uuid().primary(),
    userId: p.uuid().primary(),
    kind: p.string().$type<PasswordLinkKind>(),
    hash: p.blob(),
    expiresAt: p.datetime(),
  },
});

export type PasswordLinkKind = 'invitation' | 'reset';

export class PasswordLink extends PasswordLinkSchema.class {}
PasswordLinkSchema.setClass(PasswordLink);
