import { WebhookDelivery } from './webhooks/entities/webhook-delivery.entity.js';
import { WebhookEndpoint } from './webhooks/entities/webhook-endpoint.entity.js';
import { WebhookMessage } from './webhooks/entities/webhook-message.entity.js';

export const changesEntities = [WebhookEndpoint, WebhookMessage, WebhookDelivery];
