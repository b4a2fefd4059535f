import { Controller, Get, Header, UseInterceptors } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { type Page, PageInterceptor } from '#platform/pages';
import { Allow } from '#tenancy';
import { DraftPreview } from './draft-preview.js';

@Controller('engine/v1/admin/drafts/:id/preview')
export class DraftPreviewController {
  constructor(private readonly drafts: DraftPreview) {}

  /** Shows the current version of a draft as a page for its learner, with the quiz. Nothing is graded or recorded. */
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @UseInterceptors(PageInterceptor)
  @Allow('viewer')
  getDraftPreview(@IdParam('drf', 'draft') id: string): Promise<Page> {
    return this.drafts.show(id);
  }
}
