import { defineEntity, p } from '@mikro-orm/core';

/** An `Idempotency-Key` of one caller: the request that processes it, and then the answer to it. */
const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_key',
  properties: {
    tenantId: p.uuid().primary(),
    /** The id of a user or token. */
    caller: p.uuid().primary(),
    key: p.string().primary(),
    /** Identifies the request that processes the key. */
    claim: p.uuid(),
    /** Until this time, no other request takes the key over. */
    claimedUntil: p.datetime(),
    /** True once the transaction that makes the change commits. */
    applied: p.boolean().default(false),
    /** Null until the request is answered, like the next two columns. */
    status: p.smallint().nullable(),
    fingerprint: p.blob().nullable(),
    answer: p.blob().nullable(),
    expiresAt: p.datetime(),
  },
});

export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
