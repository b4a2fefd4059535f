import { defineEntity, p } from '@mikro-orm/core';

/**
 * A signal. Signals are recorded, listed and moved in sets, by SQL; the entity has what a single one is looked up for.
 */
const SignalSchema = defineEntity({
  name: 'Signal',
  tableName: 'signal',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** Null: it was to close a need and none was open, or it reports a completion. */
    needId: p.uuid().nullable(),
  },
});

export class Signal extends SignalSchema.class {}
SignalSchema.setClass(Signal);
