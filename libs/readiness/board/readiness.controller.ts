import { Controller, Get, Query } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { Board } from './board.js';
import { ReadinessSummary } from './readiness-summary.js';
import { ReadinessTrend } from './readiness-trend.js';
import { ReadinessFilter, ReadinessQuery, TrendQuery, WorkerReadinessQuery } from './readiness.query.js';
import { ReadinessPage } from './readiness.view.js';
import { SummaryView, TrendView } from './summary.view.js';
import { WorkerReadiness } from './worker-readiness.js';
import { WorkerReadinessView } from './worker-readiness.view.js';

@Controller('engine/v1/admin/readiness')
export class ReadinessController {
  constructor(
    private readonly board: Board,
    private readonly summaries: ReadinessSummary,
    private readonly trends: ReadinessTrend,
    private readonly workers: WorkerReadiness,
  ) {}

  /** Who is ready, who is not, and why: the worst first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: ReadinessQuery): Promise<ReadinessPage> {
    return this.board.list(query);
  }

  /** The board in numbers, by site, role and kind of reason, and the needs that explain most of it. */
  @Get('summary')
  @Allow('viewer')
  summary(@Query() filter: ReadinessFilter): Promise<SummaryView> {
    return this.summaries.read(filter);
  }

  /** The board in numbers, day by day. */
  @Get('trend')
  @Allow('viewer')
  trend(@Query() query: TrendQuery): Promise<TrendView> {
    return this.trends.read(query);
  }

  /** One worker: why, what time alone will change, what they hold, and what is over. */
  @Get(':id')
  @Allow('viewer')
  worker(@IdParam('wrk', 'worker') id: string, @Query() { asOf }: WorkerReadinessQuery): Promise<WorkerReadinessView> {
    return this.workers.read(id, asOf);
  }
}
