import { sql } from '@mikro-orm/postgresql';
import { ids, isoTime } from '#platform/database';
import type { DeliveryStatus } from '../entities/webhook-delivery.entity.js';

/** The delivery of an event to one webhook, and the result of the last attempt. */
export class DeliveryView {
  /** Identifier with the prefix `dlv_`. */
  id: string;
  /** Webhook that the event is sent to: `whk_…`. */
  webhookId: string;
  /** The header `webhook-id`: the same for every attempt, and for every webhook that receives the event. */
  messageId: string;
  /** `need.created`, `assignment.completed` …, or `webhook.test`. */
  type: string;
  /** Whether the event is waiting, was delivered, or is not tried any more. */
  status: DeliveryStatus;
  /** Attempts so far. */
  attempts: number;
  createdAt: string;
  /** When the next attempt is due; null: there is none. */
  dueAt: string | null;
  /** When it was last sent, in UTC; null: not yet. */
  triedAt: string | null;
  /** The status of the last response; null: there was none, and `error` says why. */
  answerStatus: number | null;
  /** The first 1,024 bytes of the last response. */
  answer: string | null;
  /** Why the last attempt failed, in words; null: it did not. */
  error: string | null;
  /** Time until the receiver answered, in milliseconds; null: not yet sent. */
  durationMs: number | null;
}

export class DeliveryDetail extends DeliveryView {
  /** The exact body that is sent. */
  body: string;
}

export class DeliveryPage {
  items: DeliveryView[];
  nextCursor: string | null;
}

/** The columns of a {@link DeliveryView} in {@link DELIVERIES}. */
export const DELIVERY_COLUMNS = sql`
  delivery.id, delivery.endpoint_id as "webhookId", delivery.message_id as "messageId", message.type,
    delivery.status, delivery.attempts,
    uuid_time(delivery.id) as "createdAt", case when delivery.status = 'pending' then delivery.due_at end as "dueAt",
    delivery.tried_at as "triedAt", delivery.answer_status as "answerStatus", delivery.answer, delivery.error,
    delivery.duration_ms as "durationMs"`;

export const DELIVERIES = sql`webhook_delivery delivery
  join webhook_message message on message.tenant_id = delivery.tenant_id
    and message.id = delivery.message_id`;

export function deliveryView<Row extends DeliveryView>(row: Row): Row {
  return {
    ...row,
    id: ids.show('dlv', row.id),
    webhookId: ids.show('whk', row.webhookId),
    messageId: ids.show('msg', row.messageId),
    createdAt: isoTime(row.createdAt),
    dueAt: row.dueAt === null ? null : isoTime(row.dueAt),
    triedAt: row.triedAt === null ? null : isoTime(row.triedAt),
  };
}
