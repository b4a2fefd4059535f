import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { AssignmentLinks } from './assignment-links.js';
import { CreateLinkBody } from './link.dto.js';
import { AssignmentLearning, CreatedLink } from './link.view.js';

@Controller('engine/v1/admin/assignments')
export class LinksController {
  constructor(private readonly links: AssignmentLinks) {}

  /**
   * Creates the link by which the worker reads the course and takes its quiz, without an account. The link is shown
   * once, and replaces an earlier one of the assignment.
   */
  @Post(':id/link')
  @Allow('admin')
  createLink(
    @IdParam('asg', 'assignment') id: string,
    @Body() body: CreateLinkBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<CreatedLink> {
    return this.links.create(id, body, ifMatch);
  }

  /** How the worker takes the course: the current link, without its address, and the attempts at the quiz. */
  @Get(':id/learning')
  @Allow('viewer')
  readLearning(@IdParam('asg', 'assignment') id: string): Promise<AssignmentLearning> {
    return this.links.learning(id);
  }

  /** Revokes the link. */
  @Delete(':id/link')
  @HttpCode(204)
  @Allow('admin')
  revokeLink(@IdParam('asg', 'assignment') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.links.revoke(id, ifMatch);
  }
}
