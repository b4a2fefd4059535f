import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '#platform/http';
import { CommaSeparated } from '#platform/text';
import { ITEM_STATUSES, type ItemStatus, OPERATION_STATUSES, type OperationStatus } from './operation.js';

export class OperationsQuery extends PageQuery {
  /** One status, or several, separated by commas. */
  @IsOptional()
  @CommaSeparated()
  @IsIn(OPERATION_STATUSES, { each: true })
  status?: OperationStatus[];
}

/** Filters of an operation's needs. */
export class OperationItemsQuery extends PageQuery {
  /** One status, or several, separated by commas. */
  @IsOptional()
  @CommaSeparated()
  @IsIn(ITEM_STATUSES, { each: true })
  status?: ItemStatus[];
}
