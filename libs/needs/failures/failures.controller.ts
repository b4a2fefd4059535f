import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { OperatorOnly } from '#tenancy';
import { FailedJobActions } from './failed-job-actions.js';
import { FailedNeeds } from './failed-needs.js';
import { FailedJobList, FailedJobsQuery, FailedNeedPage, FailedNeedsQuery, Retried, RetryBody } from './failures.dto.js';

@Controller('engine/v1/operator/failures')
@OperatorOnly()
export class FailuresController {
  constructor(
    private readonly needs: FailedNeeds,
    private readonly jobs: FailedJobActions,
  ) {}

  /** Needs that could not be resolved, of all tenants, the latest failure first. */
  @Get()
  list(@Query() query: FailedNeedsQuery): Promise<FailedNeedPage> {
    return this.needs.list(query);
  }

  /** Has failed needs resolved again now, with all their tries. */
  @Post('retry')
  @HttpCode(200)
  retry(@Body() body: RetryBody): Promise<Retried> {
    return this.needs.retry(body);
  }

  /** Jobs that failed as often as they are tried, the latest first. */
  @Get('jobs')
  listJobs(@Query() query: FailedJobsQuery): Promise<FailedJobList> {
    return this.jobs.list(query);
  }

  /** Has failed jobs run again now, with all their tries. */
  @Post('jobs/retry')
  @HttpCode(200)
  retryJobs(@Body() body: RetryBody): Promise<Retried> {
    return this.jobs.retry(body);
  }
}
