import { defineEntity, p } from '@mikro-orm/core';
import { timestamps } from '#platform/database';
import type { ViewPage } from './view-pages.js';

/** A named query of a list: of one member, or shared with all of the tenant. */
const SavedViewSchema = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.string(),
    /** Case and white space of names do not matter. */
    nameKey: p.string(),
    page: p.string().$type<ViewPage>(),
    query: p.string(),
    shared: p.boolean(),
    /** The user or the token that saved it; it may be deleted since. */
    ownerId: p.uuid(),
    /** As the audit log names the owner. */
    createdBy: p.string(),
    version: p.integer().default(1),
    ...timestamps(),
  },
});

export class SavedView extends SavedViewSchema.class {}
SavedViewSchema.setClass(SavedView);
