import { Module } from '@nestjs/common';
import { QueueModule } from '#platform/queue';
import { SendWebhooksHandler } from './webhooks/sending/send-webhooks.handler.js';
import { SendWebhooks } from './webhooks/sending/send-webhooks.job.js';
import { WebhookRetention } from './webhooks/sending/webhook-retention.js';
import { WebhookSender } from './webhooks/sending/webhook-sender.js';
import { WebhookSweep } from './webhooks/sending/webhook-sweep.js';

@Module({
  imports: [QueueModule.sends(SendWebhooks)],
  providers: [SendWebhooksHandler, WebhookRetention, WebhookSender, WebhookSweep],
})
export class ChangesJobsModule {}
