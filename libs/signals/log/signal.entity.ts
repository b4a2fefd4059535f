import { defineEntity, p } from '@mikro-orm/core';

/**
 * A signal. SQL statements record, list and move signals in sets; the entity has only the columns for looking up a
 * single one.
 */
const SignalSchema = defineEntity({
  name: 'Signal',
  tableName: 'signal',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** Null: it resolves a need but none was open, or it reports a completion. */
    needId: p.uuid().nullable(),
  },
});

export class Signal extends SignalSchema.class {}
SignalSchema.setClass(Signal);
