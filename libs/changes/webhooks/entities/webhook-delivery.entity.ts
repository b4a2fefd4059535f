import { defineEntity, p } from '@mikro-orm/core';

/**
 * `pending`: not sent yet, or waiting for the next attempt. `failed`: no attempt follows; none succeeded, or the
 * webhook was disabled or given up.
 */
export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One message for one endpoint. */
const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    endpointId: p.uuid(),
    messageId: p.uuid(),
    /** The message's position. */
    position: p.bigint('string'),
    status: p.string().$type<DeliveryStatus>().default('pending'),
    attempts: p.smallint().default(0),
    dueAt: p.datetime().defaultRaw('now()'),
    /** The last attempt; null: none yet. */
    triedAt: p.datetime().nullable(),
    answerStatus: p.smallint().nullable(),
    answer: p.text().nullable(),
    error: p.text().nullable(),
    durationMs: p.integer().nullable(),
  },
});

export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);
