import { Controller, Get } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { RequestPreviewReader } from './request-preview-reader.js';
import { RequestPreview } from './request-preview.view.js';

@Controller('engine/v1/admin/needs/:id/author/requests')
export class RequestPreviewController {
  constructor(private readonly reader: RequestPreviewReader) {}

  /**
   * Shows exactly what a draft about the topic of a need would send to the provider of the model. What the model writes
   * in earlier steps is sent back to it in later ones: it is shown where the need has a draft.
   */
  @Get()
  @Allow('author')
  preview(@IdParam('need', 'need') id: string): Promise<RequestPreview> {
    return this.reader.preview(id);
  }
}
