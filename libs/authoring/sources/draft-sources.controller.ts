import { Controller, Get } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { DraftSourcesReader } from './draft-sources-reader.js';
import { DraftSources } from './draft-sources.view.js';

@Controller('engine/v1/admin/drafts/:id/sources')
export class DraftSourcesController {
  constructor(private readonly reader: DraftSourcesReader) {}

  /** Shows which claims need a source, with the nearest passage, and which cite a passage that is out of date. */
  @Get()
  @Allow('viewer')
  getDraftSources(@IdParam('drf', 'draft') id: string): Promise<DraftSources> {
    return this.reader.read(id);
  }
}
