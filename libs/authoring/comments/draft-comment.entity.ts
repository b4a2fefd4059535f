import { defineEntity, p } from '@mikro-orm/core';

/** A comment on a draft. It is never changed. */
const DraftCommentSchema = defineEntity({
  name: 'DraftComment',
  tableName: 'draft_comment',
  properties: {
    tenantId: p.uuid().primary(),
    draftId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** An actor. */
    author: p.string(),
    /** The version that it is about. */
    version: p.integer(),
    lessonId: p.string().nullable(),
    body: p.string(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

export class DraftComment extends DraftCommentSchema.class {}
DraftCommentSchema.setClass(DraftComment);
