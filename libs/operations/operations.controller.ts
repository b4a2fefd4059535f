import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { OperationDetail, OperationPage, OperationView } from './operation.view.js';
import { OperationItemsQuery, OperationsQuery } from './operations.query.js';
import { OperationsService } from './operations.service.js';

@Controller('engine/v1/admin/operations')
export class OperationsController {
  constructor(private readonly operations: OperationsService) {}

  /** What was done to many at once, the latest first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: OperationsQuery): Promise<OperationPage> {
    return this.operations.list(query);
  }

  /** How far an operation is, and what became of each of its needs. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('op', 'operation') id: string, @Query() query: OperationItemsQuery): Promise<OperationDetail> {
    return this.operations.detail(id, query);
  }

  /**
   * Takes back what an operation did, in the background: assignments that are not completed, and the moves of needs
   * that nobody has moved since.
   */
  @Post(':id/undo')
  @HttpCode(202)
  @Allow('admin')
  undo(@IdParam('op', 'operation') id: string): Promise<OperationView> {
    return this.operations.undo(id);
  }
}
