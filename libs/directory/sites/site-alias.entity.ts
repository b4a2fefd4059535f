import { defineEntity, p } from '@mikro-orm/core';

/**
 * Another name of a site: by it signals and imports reach the site, too. No site has the same name, and no other the
 * same alias.
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
