import { defineEntity, p } from '@mikro-orm/core';

/** A licence, a certificate or the like of a worker, which may expire. */
const CredentialSchema = defineEntity({
  name: 'Credential',
  tableName: 'credential',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    workerId: p.uuid(),
    name: p.string(),
    nameKey: p.string(),
    /** When it expires; the end of `expiresOn` if that is set. Null: it does not expire. */
    expiresAt: p.datetime().nullable(),
    /** The day that was given; null: an instant was given, or it does not expire. */
    expiresOn: p.date().nullable(),
    /** When another credential of this name became the current one; null: this one is current. */
    supersededAt: p.datetime().nullable(),
    version: p.integer().default(1),
    createdAt: p.datetime().defaultRaw('now()'),
    /** The database's clock, which also dates the needs to which it is compared. */
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});

export class Credential extends CredentialSchema.class {}
CredentialSchema.setClass(Credential);
