import { defineEntity, p } from '@mikro-orm/core';

/** A place where workers work; the target of a cohort. */
const SiteSchema = defineEntity({
  name: 'Site',
  tableName: 'site',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.string(),
    nameKey: p.string(),
    version: p.integer().default(1),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});

export class Site extends SiteSchema.class {}
SiteSchema.setClass(Site);
