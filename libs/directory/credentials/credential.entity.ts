import { defineEntity, p } from '@mikro-orm/core';

/** Something that a worker holds and that may expire: a licence, a certificate. */
const CredentialSchema = defineEntity({
  name: 'Credential',
  tableName: 'credential',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    workerId: p.uuid(),
    name: p.string(),
    nameKey: p.string(),
    /** Null: it does not expire. */
    expiresAt: p.datetime().nullable(),
    /** Since when another credential of this name is the current one; null: this one is. */
    supersededAt: p.datetime().nullable(),
    version: p.integer().default(1),
    createdAt: p.datetime().onCreate(() => new Date()),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});

export class Credential extends CredentialSchema.class {}
CredentialSchema.setClass(Credential);
