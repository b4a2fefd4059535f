import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { AcceptedDraft } from './accepted-draft.interceptor.js';
import { AuthorBody } from './author.dto.js';
import { AuthorResult } from './author.view.js';
import { DraftStart } from './draft-start.js';

@Controller('engine/v1/admin/needs/:id')
export class AuthorController {
  constructor(private readonly drafts: DraftStart) {}

  /**
   * Has a course drafted for the topic of a need, in the background: answers 202 with the draft. The same topic again
   * answers the same draft. With `dryRun` nothing is drafted, and the answer says what it would cost.
   */
  @Post('author')
  @HttpCode(200)
  @Allow('author')
  @UseInterceptors(AcceptedDraft)
  author(
    @IdParam('need', 'need') id: string,
    @Body() body: AuthorBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<AuthorResult> {
    return this.drafts.author(id, body, ifMatch);
  }
}
