import { WebhookEndpoint } from './webhooks/endpoints/webhook-endpoint.entity.js';

export const changesEntities = [WebhookEndpoint];
