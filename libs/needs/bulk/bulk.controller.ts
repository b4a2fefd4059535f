import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { AcceptedWhileRunning } from '#operations';
import { BodyLimit } from '#platform/http';
import { Allow } from '#tenancy';
import { BulkBody } from './bulk.dto.js';
import { BulkService } from './bulk.service.js';
import { BulkResult } from './bulk.view.js';

@Controller('engine/v1/admin/needs/bulk')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  /**
   * Offers, dismisses, snoozes or authors many needs, in the background: answers 202, and the operation has the
   * progress and the result for each need. With `dryRun` nothing is changed.
   */
  @Post()
  @BodyLimit({ kib: 1_024, values: 11_000 })
  @HttpCode(200)
  @Allow('admin')
  @UseInterceptors(AcceptedWhileRunning)
  start(@Body() body: BulkBody): Promise<BulkResult> {
    return this.bulk.start(body);
  }
}
