import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { BodyLimit } from '#platform/http';
import { OperatorOnly } from '#tenancy';
import { FailedNeeds } from './failed-needs.js';
import { FailedNeedPage, FailedNeedsQuery, Retried, RetryBody } from './failures.dto.js';

@Controller('engine/v1/operator/failures')
@OperatorOnly()
export class FailuresController {
  constructor(private readonly needs: FailedNeeds) {}

  /** Needs of all tenants whose resolution failed, latest failure first. */
  @Get()
  list(@Query() query: FailedNeedsQuery): Promise<FailedNeedPage> {
    return this.needs.list(query);
  }

  /** Resolves failed needs again now, with all their attempts. */
  @Post('retry')
  @BodyLimit({ kib: 256, values: 2_000 })
  @HttpCode(200)
  retry(@Body() body: RetryBody): Promise<Retried> {
    return this.needs.retry(body);
  }
}
