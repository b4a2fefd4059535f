import { defineEntity, p } from '@mikro-orm/core';

/** What named a person when they were deleted. */
export interface PersonKeys {
  readonly names: readonly string[];
  readonly externalWorkerIds: readonly string[];
  readonly emails: readonly string[];
  readonly learnerIds: readonly string[];
}

/** A deleted worker whose personal data is still to be erased. Deleted when that is done. */
const ErasureSchema = defineEntity({
  name: 'Erasure',
  tableName: 'erasure',
  properties: {
    tenantId: p.uuid().primary(),
    workerId: p.uuid().primary(),
    keys: p.json<PersonKeys>(),
    /** Who asked for it. */
    actor: p.string(),
    requestedAt: p.datetime().onCreate(() => new Date()),
  },
});

export class Erasure extends ErasureSchema.class {}
ErasureSchema.setClass(Erasure);
