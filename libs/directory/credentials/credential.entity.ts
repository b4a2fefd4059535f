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
    createdAt: p.datetime().defaultRaw('now()'),
    /** By the database's clock, which first dates the needs it is compared with. */
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});

export class Credential extends CredentialSchema.class {}
CredentialSchema.setClass(Credential);
