import { Module } from '@nestjs/common';
import { SignalsModule } from '#signals';
import { TenancyModule } from '#tenancy';
import { WebhookRoute } from './webhook.route.js';
import { WebhookService } from './webhook.service.js';

@Module({ imports: [TenancyModule, SignalsModule], providers: [WebhookRoute, WebhookService] })
export class IntegrationHttpModule {}
