import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { OperationDetail, OperationPage, OperationView } from './operation.view.js';
import { OperationItemsQuery, OperationsQuery } from './operations.query.js';
import { OperationsService } from './operations.service.js';

@Controller('engine/v1/admin/operations')
export class OperationsController {
  constructor(private readonly operations: OperationsService) {}

  /** Operations on many needs or people, latest first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: OperationsQuery): Promise<OperationPage> {
    return this.operations.list(query);
  }

  /** An operation with its progress, and the result for each of its needs. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('op', 'operation') id: string, @Query() query: OperationItemsQuery): Promise<OperationDetail> {
    return this.operations.detail(id, query);
  }

  /**
   * Undoes an operation, in the background: removes assignments that are not completed, and reverts changes of needs
   * that nobody has changed since.
   */
  @Post(':id/undo')
  @HttpCode(202)
  @Allow('admin')
  undo(@IdParam('op', 'operation') id: string): Promise<OperationView> {
    return this.operations.undo(id);
  }
}
