import { ids } from '#platform/database';
import type { EventType } from '../entities/event-types.js';
import type { WebhookEndpoint, WebhookStatus } from '../entities/webhook-endpoint.entity.js';

/** An address that receives events. Its secret is shown once, when it is created. */
export class WebhookView {
  /** Identifier with the prefix `whk_`. */
  id: string;
  /** Address that events are sent to. */
  url: string;
  /** What the webhook is for, in words; null: nothing. */
  description: string | null;
  /** Null: all types. */
  eventTypes: EventType[] | null;
  /** `given_up`: the engine disabled it after days without a successful delivery, or because it answered 410. */
  status: WebhookStatus;
  /**
   * The first of the consecutive failures, later by any time over a day without an attempt; null: the last delivery
   * succeeded, or there was none.
   */
  failingSince: string | null;
  /** Until then, messages are also signed with the previous secret. */
  previousSecretExpiresAt: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export class CreatedWebhookView extends WebhookView {
  /** `whsec_…`, the key that signs messages. Not shown again. */
  secret: string;
}

export class RotatedSecretView {
  /** `whsec_…`. Not shown again. */
  secret: string;
  /** Until then, messages are also signed with the previous secret. */
  previousExpiresAt: string;
}

export class WebhookPage {
  items: WebhookView[];
  nextCursor: string | null;
}

export function webhookView({
  id,
  url,
  description,
  eventTypes,
  status,
  failingSince,
  beforeEndsAt,
  version,
  createdAt,
  updatedAt,
}: WebhookEndpoint): WebhookView {
  return {
    id: ids.show('whk', id),
    url,
    description: description ?? null,
    eventTypes: eventTypes ?? null,
    status,
    failingSince: failingSince?.toISOString() ?? null,
    previousSecretExpiresAt: beforeEndsAt?.toISOString() ?? null,
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
