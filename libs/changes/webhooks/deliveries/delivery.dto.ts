import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '#platform/http';
import { CommaSeparated } from '#platform/text';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../entities/webhook-delivery.entity.js';

export class DeliveriesQuery extends PageQuery {
  /** One status, or several, comma-separated. */
  @IsOptional()
  @CommaSeparated()
  @IsIn(DELIVERY_STATUSES, { each: true })
  status?: DeliveryStatus[];
}
