import { sql } from '@mikro-orm/postgresql';
import { ids, isoTime } from '#platform/database';
import type { DeliveryStatus } from '../entities/webhook-delivery.entity.js';

/** An event that one webhook is told of, and how the last try went. */
export class DeliveryView {
  id: string;
  webhookId: string;
  /** The header `webhook-id`: the same at every try, and at every webhook that is told of the event. */
  messageId: string;
  /** `need.created`, `assignment.completed` …, or `webhook.test`. */
  type: string;
  status: DeliveryStatus;
  /** Tries so far. */
  attempts: number;
  createdAt: string;
  /** When it is tried next, or soon after; null: no more. */
  dueAt: string | null;
  triedAt: string | null;
  /** What the last try was answered with; null: nothing, and `error` says why. */
  answerStatus: number | null;
  /** The first 1,024 bytes of that answer. */
  answer: string | null;
  error: string | null;
  durationMs: number | null;
}

export class DeliveryDetail extends DeliveryView {
  /** What is sent, to the letter. */
  body: string;
}

export class DeliveryPage {
  items: DeliveryView[];
  nextCursor: string | null;
}

/** A delivery as statements read it, its message joined. */
export interface DeliveryRow extends DeliveryView {
  readonly body: string;
}

export const SELECT_DELIVERIES = sql`
  select delivery.id, delivery.endpoint_id as "webhookId", delivery.message_id as "messageId", message.type, message.body, delivery.status, delivery.attempts,
    uuid_time(delivery.id) as "createdAt", case when delivery.status = 'pending' then delivery.due_at end as "dueAt", delivery.tried_at as "triedAt",
    delivery.answer_status as "answerStatus", delivery.answer, delivery.error, delivery.duration_ms as "durationMs"
  from webhook_delivery delivery join webhook_message message on message.tenant_id = delivery.tenant_id and message.id = delivery.message_id`;

export function deliveryView({ body: _body, ...row }: DeliveryRow): DeliveryView {
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
