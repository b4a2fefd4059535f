import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { BodyLimit } from '#platform/http';
import { OperatorOnly } from '#tenancy';
import { FailedNeeds } from './failed-needs.js';
import { FailedNeedPage, FailedNeedsQuery, Retried, RetryBody } from './failures.dto.js';

@Controller('engine/v1/operator/failures')
@OperatorOnly()
export class FailuresController {
  constructor(private readonly needs: FailedNeeds) {}

  /** Needs that could not be resolved, of all tenants, the latest failure first. */
  @Get()
  list(@Query() query: FailedNeedsQuery): Promise<FailedNeedPage> {
    return this.needs.list(query);
  }

  /** Has failed needs resolved again now, with all their tries. */
  @Post('retry')
  @BodyLimit({ kib: 256, values: 2_000 })
  @HttpCode(200)
  retry(@Body() body: RetryBody): Promise<Retried> {
    return this.needs.retry(body);
  }
}
