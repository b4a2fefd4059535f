import { defineEntity, p } from '@mikro-orm/core';
import type { SignalOutcome } from '../record/signal-outcome.js';

/** A signal. Signals are recorded in sets, by SQL; afterwards only retention changes them (`move-signals.ts`). */
const SignalSchema = defineEntity({
  name: 'Signal',
  tableName: 'signal',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** Null: it was to close a need and none was open, or it reports a completion. */
    needId: p.uuid().nullable(),
    type: p.string(),
    dedupeKey: p.string(),
    outcome: p.string().$type<SignalOutcome>(),
    /** The event as it was sent. */
    raw: p.json<object>(),
    /** The class of its partition. */
    retentionMonths: p.smallint(),
  },
});

export class Signal extends SignalSchema.class {}
SignalSchema.setClass(Signal);
