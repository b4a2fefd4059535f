import { type Opt, defineEntity, p } from '@mikro-orm/core';

/** An event that webhooks receive. Its body is null until the message is prepared for sending. */
const WebhookMessageSchema = defineEntity({
  name: 'WebhookMessage',
  tableName: 'webhook_message',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** The order of events. Ids of different processes are not in this order. */
    position: p.bigint('string').generated('identity').$type<Opt<string>>(),
    type: p.string(),
    /** The need, assignment or worker; null: a test message. */
    subjectId: p.uuid().nullable(),
    body: p.text().nullable(),
  },
});

export class WebhookMessage extends WebhookMessageSchema.class {}
WebhookMessageSchema.setClass(WebhookMessage);
