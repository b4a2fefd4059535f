import { defineEntity, p } from '@mikro-orm/core';

/**
 * Another name of a site, which signals and imports can use. It is neither the name of a site nor an alias of another
 * site.
 */
const SiteAliasSchema = defineEntity({
  name: 'SiteAlias',
  tableName: 'site_alias',
  properties: {
    tenantId: p.uuid().primary(),
    nameKey: p.string().primary(),
    name: p.string(),
    siteId: p.uuid(),
  },
});

export class SiteAlias extends SiteAliasSchema.class {}
SiteAliasSchema.setClass(SiteAlias);
