import { defineEntity, p } from '@mikro-orm/core';

/** A tenant's signing secret, encrypted. Several may be live at once; one with a past `expiresAt` is invalid. */
const SigningSecretSchema = defineEntity({
  name: 'SigningSecret',
  tableName: 'signing_secret',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** The system that signs with it. */
    name: p.string().default('default'),
    sealed: p.blob(),
    createdAt: p.datetime().onCreate(() => new Date()),
    expiresAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
});

export class SigningSecret extends SigningSecretSchema.class {}
SigningSecretSchema.setClass(SigningSecret);
