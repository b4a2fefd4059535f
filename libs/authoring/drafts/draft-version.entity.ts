import { defineEntity, p } from '@mikro-orm/core';
import { TextArrayType } from '#platform/database';
import type { DraftContent } from './draft-content.js';

/** The content of a draft as somebody saved it. */
const DraftVersionSchema = defineEntity({
  name: 'DraftVersion',
  tableName: 'draft_version',
  properties: {
    tenantId: p.uuid().primary(),
    draftId: p.uuid().primary(),
    version: p.integer().primary(),
    actor: p.string(),
    /** The fields that differ from the version before. */
    changed: p.type(TextArrayType).$type<string[]>(),
    category: p.string().nullable(),
    content: p.json<DraftContent>(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

export class DraftVersion extends DraftVersionSchema.class {}
DraftVersionSchema.setClass(DraftVersion);
