import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { PDF } from '#platform/export';
import { Allow } from '#tenancy';
import { EvidenceQuery } from './evidence.query.js';
import { Evidence } from './evidence.service.js';

@Controller('engine/v1/admin/readiness')
export class EvidenceController {
  constructor(private readonly evidence: Evidence) {}

  /**
   * A document for auditors about a worker or a site: who is ready, every credential and requirement with its end,
   * every reason with its source record, completions and waivers.
   */
  @Get('evidence.pdf')
  @Header('content-type', PDF)
  @Allow('viewer')
  exportEvidence(@Query() query: EvidenceQuery): Promise<StreamableFile> {
    return this.evidence.pdf(query);
  }
}
