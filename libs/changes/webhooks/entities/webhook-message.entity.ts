import { type Opt, defineEntity, p } from '@mikro-orm/core';

/** An event that webhooks receive. Its body is null until the message is prepared for sending. */
const WebhookMessageSchema = defineEntity({
  name: 'WebhookMessage',
  tableName: 'webhook_message',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** The order of events, which the time in an id does not tell. */
    position: p.bigint('string').generated('identity').$type<Opt<string>>(),
    type: p.string(),
    /** The need or assignment; null: a test message. */
    subjectId: p.uuid().nullable(),
    body: p.text().nullable(),
  },
});

export class WebhookMessage extends WebhookMessageSchema.class {}
WebhookMessageSchema.setClass(WebhookMessage);
