import { defineEntity, p } from '@mikro-orm/core';
import type { EventType } from './event-types.js';

/** `given_up`: the engine disabled it after days without a successful delivery, or because it answered 410. */
export type WebhookStatus = 'enabled' | 'disabled' | 'given_up';

/** The address of another system that receives the tenant's events. */
const WebhookEndpointSchema = defineEntity({
  name: 'WebhookEndpoint',
  tableName: 'webhook_endpoint',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    url: p.string(),
    description: p.string().nullable(),
    /** Null: all. */
    eventTypes: p.json<EventType[]>().nullable(),
    status: p.string().$type<WebhookStatus>(),
    sealed: p.blob(),
    /** The previous secret, which also signs until `beforeEndsAt`. */
    sealedBefore: p.blob().nullable(),
    beforeEndsAt: p.datetime().nullable(),
    failingSince: p.datetime().nullable(),
    failures: p.integer().default(0),
    pausedUntil: p.datetime().nullable().name('rests_until'),
    version: p.integer().default(1),
    createdAt: p.datetime().onCreate(() => new Date()),
    updatedAt: p.datetime().onCreate(() => new Date()),
  },
});

export class WebhookEndpoint extends WebhookEndpointSchema.class {}
WebhookEndpointSchema.setClass(WebhookEndpoint);
