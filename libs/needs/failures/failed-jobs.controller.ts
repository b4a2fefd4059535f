import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { BodyLimit } from '#platform/http';
import { OperatorOnly } from '#tenancy';
import { FailedJobActions } from './failed-job-actions.js';
import { FailedJobList, FailedJobsQuery, Retried, RetryBody } from './failures.dto.js';

@Controller('engine/v1/operator/failures/jobs')
@OperatorOnly()
export class FailedJobsController {
  constructor(private readonly jobs: FailedJobActions) {}

  /** Jobs that failed in all their attempts, latest first. */
  @Get()
  list(@Query() query: FailedJobsQuery): Promise<FailedJobList> {
    return this.jobs.list(query);
  }

  /** Runs failed jobs again now, with all their attempts. */
  @Post('retry')
  @BodyLimit({ kib: 256, values: 2_000 })
  @HttpCode(200)
  retry(@Body() body: RetryBody): Promise<Retried> {
    return this.jobs.retry(body);
  }
}
