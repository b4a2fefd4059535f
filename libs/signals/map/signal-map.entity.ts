import { defineEntity, p } from '@mikro-orm/core';
import type { SignalMap } from './apply-signal-map.js';

/** A tenant's signal map and its auto-author switch. A tenant without a row has an empty map and auto-author off. */
const SignalMapSettingsSchema = defineEntity({
  name: 'SignalMapSettings',
  tableName: 'signal_map',
  properties: {
    tenantId: p.uuid().primary(),
    map: p.json<SignalMap>(),
    autoAuthor: p.boolean().default(false),
    autoAuthorThreshold: p.integer().default(3),
    version: p.integer().default(1),
    /** The actor of the last change; null: before this was stored. */
    changedBy: p.string().nullable(),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});

export class SignalMapSettings extends SignalMapSettingsSchema.class {}
SignalMapSettingsSchema.setClass(SignalMapSettings);
