import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { IdParam, IfMatch, PageQuery } from '#platform/http';
import { Allow } from '#tenancy';
import { CommentBody, CommentPage, CommentView } from './comment.dto.js';
import { Comments } from './comments.js';

@Controller('engine/v1/admin/drafts/:id/comments')
export class CommentsController {
  constructor(private readonly comments: Comments) {}

  /** Lists the comments on a draft, oldest first. */
  @Get()
  @Allow('viewer')
  list(@IdParam('drf', 'draft') id: string, @Query() query: PageQuery): Promise<CommentPage> {
    return this.comments.list(id, query);
  }

  /** Comments on a draft, or on one of its lessons. */
  @Post()
  @Allow('author')
  create(
    @IdParam('drf', 'draft') id: string,
    @Body() body: CommentBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<CommentView> {
    return this.comments.add(id, body, ifMatch);
  }
}
