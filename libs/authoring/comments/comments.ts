import { Injectable } from '@nestjs/common';
import { Database, RequestScope, ids } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';
import { type PageQuery, decodeCursor, demandVersion, pageOf } from '#platform/http';
import { audit } from '#tenancy';
import { Draft } from '../drafts/draft.entity.js';
import type { CommentBody, CommentPage, CommentView } from './comment.dto.js';
import { DraftComment } from './draft-comment.entity.js';

/** What people say about drafts, in every status. Commenting makes nobody an author. */
@Injectable()
export class Comments {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
  ) {}

  /** Oldest first. @throws NotFound */
  list(draftId: string, { cursor, limit }: PageQuery): Promise<CommentPage> {
    const [after] = decodeCursor(cursor, ['uuid']) ?? [null];
    return this.database.inTenant(async (tx) => {
      if ((await tx.count(Draft, { id: draftId })) === 0) throw new NotFound('draft');
      const comments = await tx.find(
        DraftComment,
        { draftId, ...(after === null ? {} : { id: { $gt: after } }) },
        { orderBy: { id: 'asc' }, limit: limit + 1 },
      );
      return pageOf(comments, limit, commentView, ({ id }) => [id]);
    });
  }

  /** @throws NotFound, Stale, Invalid if the draft has no such lesson */
  add(draftId: string, { body, lessonId }: CommentBody, ifMatch: string | null): Promise<CommentView> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const draft = await tx.findOne(Draft, { id: draftId });
      if (draft === null) throw new NotFound('draft');
      demandVersion(ifMatch, draft.version);
      if (lessonId !== undefined && !draft.content.lessons.some(({ id }) => id === lessonId))
        throw new Invalid([{ field: 'lessonId', message: 'names no lesson of the draft' }]);
      const { tenantId } = tx;
      const comment = tx.create(DraftComment, {
        tenantId,
        draftId,
        id: ids.next(),
        author: actor,
        version: draft.version,
        lessonId: lessonId ?? null,
        body,
        createdAt: new Date(),
      });
      audit(tx, { actor, action: 'draft.commented', subject: { kind: 'draft', id: draftId } });
      await tx.flush();
      return commentView(comment);
    });
  }
}

function commentView({ id, author, body, lessonId, version, createdAt }: DraftComment): CommentView {
  return {
    id: ids.show('cmt', id),
    author,
    body,
    lessonId: lessonId ?? null,
    version,
    createdAt: createdAt.toISOString(),
  };
}
