import { defineEntity, p } from '@mikro-orm/core';

/** Exempts a worker from a requirement, a credential or a need for a while. Exactly one of the three is named. */
const WaiverSchema = defineEntity({
  name: 'Waiver',
  tableName: 'waiver',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    workerId: p.uuid(),
    requirementId: p.uuid().nullable(),
    credential: p.string().nullable(),
    credentialKey: p.string().nullable(),
    needId: p.uuid().nullable(),
    /** The instant at which it ends. */
    until: p.datetime(),
    /** The last day, if the end was given as a day. */
    untilOn: p.date().nullable(),
    note: p.string(),
    createdBy: p.string(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

export class Waiver extends WaiverSchema.class {}
WaiverSchema.setClass(Waiver);
