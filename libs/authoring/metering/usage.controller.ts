import { Controller, Get, Query } from '@nestjs/common';
import { PageQuery } from '#platform/http';
import { Allow } from '#tenancy';
import { AuthoringUsage, LedgerPage } from './usage.view.js';
import { UsageReader } from './usage-reader.js';

@Controller('engine/v1/admin/authoring')
export class UsageController {
  constructor(private readonly reader: UsageReader) {}

  /** Shows how many drafts and tokens the plan allows this month, and how many are used. */
  @Get('usage')
  @Allow('viewer')
  usage(): Promise<AuthoringUsage> {
    return this.reader.usage();
  }

  /** Lists what was reserved, charged and given back, newest first. */
  @Get('ledger')
  @Allow('viewer')
  listLedger(@Query() query: PageQuery): Promise<LedgerPage> {
    return this.reader.ledger(query);
  }
}
