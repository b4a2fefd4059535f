import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction, sqlArray } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { WebhookEndpoint } from '../entities/webhook-endpoint.entity.js';
import type { DeliveriesQuery } from './delivery.dto.js';
import {
  DELIVERIES,
  DELIVERY_COLUMNS,
  type DeliveryDetail,
  type DeliveryPage,
  type DeliveryView,
  deliveryView,
} from './delivery.view.js';

/** Reads the log of the tenant's webhook deliveries. */
@Injectable()
export class DeliveryReader {
  constructor(private readonly database: Database) {}

  /** The deliveries of one webhook, newest first. @throws NotFound */
  list(endpointId: string, { cursor, limit, status }: DeliveriesQuery): Promise<DeliveryPage> {
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    const statuses = status === undefined ? null : sqlArray(status);
    return this.database.inTenant(async (tx) => {
      if ((await tx.count(WebhookEndpoint, { id: endpointId })) === 0) throw new NotFound('webhook');
      // Without the bodies, which may be large.
      const rows = await tx.execute<DeliveryView[]>(
        sql`select ${DELIVERY_COLUMNS} from ${DELIVERIES}
          where delivery.tenant_id = ${tx.tenantId} and delivery.endpoint_id = ${endpointId}
            and (${before}::uuid is null or delivery.id < ${before})
            and (${statuses}::text[] is null or delivery.status = any (${statuses}))
          order by delivery.id desc limit ${limit + 1}`,
      );
      return pageOf(rows, limit, deliveryView, ({ id }) => [id]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<DeliveryDetail> {
    return this.database.inTenant((tx) => readDelivery(tx, id));
  }
}

/** @throws NotFound */
export async function readDelivery(tx: TenantTransaction, id: string): Promise<DeliveryDetail> {
  const [row] = await tx.execute<DeliveryDetail[]>(
    sql`select ${DELIVERY_COLUMNS}, message.body from ${DELIVERIES} where delivery.tenant_id = ${tx.tenantId}
      and delivery.id = ${id}`,
  );
  if (row === undefined) throw new NotFound('delivery');
  return deliveryView(row);
}
