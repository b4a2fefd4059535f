import { defineEntity, p } from '@mikro-orm/core';

/** The settings of a tenant's offers; a tenant without saved settings has no row. */
const StoredOfferSettingsSchema = defineEntity({
  name: 'StoredOfferSettings',
  tableName: 'offer_settings',
  properties: {
    tenantId: p.uuid().primary(),
    /** How long a completion is valid, in days. */
    completionValidDays: p.integer(),
    version: p.integer().default(1),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});

export class StoredOfferSettings extends StoredOfferSettingsSchema.class {}
StoredOfferSettingsSchema.setClass(StoredOfferSettings);
