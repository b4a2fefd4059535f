import { type Opt, defineEntity, p } from '@mikro-orm/core';

/** The version of what a tenant's topics are matched with: its published courses and accepted synonyms. */
const CatalogVersionSchema = defineEntity({
  name: 'CatalogVersion',
  tableName: 'catalog_version',
  properties: {
    tenantId: p.uuid().primary(),
    version: p.bigint('number').$type<Opt<number>>().default(1),
  },
});

export class CatalogVersion extends CatalogVersionSchema.class {}
CatalogVersionSchema.setClass(CatalogVersion);
