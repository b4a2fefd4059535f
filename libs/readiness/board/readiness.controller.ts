import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '#tenancy';
import { Board } from './board.js';
import { ReadinessQuery } from './readiness.query.js';
import { ReadinessPage } from './readiness.view.js';

@Controller('engine/v1/admin/readiness')
export class ReadinessController {
  constructor(private readonly board: Board) {}

  /** Who is ready, who is not, and why: the worst first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: ReadinessQuery): Promise<ReadinessPage> {
    return this.board.list(query);
  }
}
