import { Module } from '@nestjs/common';
import { HealthModule } from '#platform/health';
import { QueueModule } from '#platform/queue';
import { TenancyModule } from '#tenancy';
import { ChangeStreams } from './streams/change-streams.js';
import { EventsController } from './streams/events.controller.js';
import { DeliveriesController } from './webhooks/deliveries/deliveries.controller.js';
import { DeliverySender } from './webhooks/deliveries/delivery-sender.js';
import { DeliveryReader } from './webhooks/deliveries/delivery-reader.js';
import { WebhookEditor } from './webhooks/endpoints/webhook-editor.js';
import { WebhookSealedColumns } from './webhooks/endpoints/webhook-secret.js';
import { WebhookReader } from './webhooks/endpoints/webhook-reader.js';
import { WebhooksController } from './webhooks/endpoints/webhooks.controller.js';
import { SendWebhooks } from './webhooks/sending/send-webhooks.job.js';

@Module({
  imports: [HealthModule, TenancyModule, QueueModule.sends(SendWebhooks)],
  controllers: [EventsController, DeliveriesController, WebhooksController],
  providers: [ChangeStreams, DeliverySender, DeliveryReader, WebhookEditor, WebhookReader, WebhookSealedColumns],
})
export class ChangesHttpModule {}
