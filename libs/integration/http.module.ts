import { Module } from '@nestjs/common';
import { SignalsModule } from '#signals';
import { TenancyModule } from '#tenancy';
import { MapPreview } from './preview/map-preview.js';
import { PreviewController } from './preview/preview.controller.js';
import { StoredSignals } from './preview/stored-signals.js';
import { RateLimiter } from './rate-limit/rate-limiter.js';
import { ReplayController } from './replay/replay.controller.js';
import { Replay } from './replay/replay.js';
import { WebhookLog } from './webhook.log.js';
import { HmacGuard } from './signature/hmac.guard.js';
import { WebhookRoute } from './webhook.route.js';
import { WebhookService } from './webhook.service.js';

@Module({
  imports: [TenancyModule, SignalsModule],
  controllers: [ReplayController, PreviewController],
  providers: [HmacGuard, MapPreview, StoredSignals, RateLimiter, Replay, WebhookLog, WebhookRoute, WebhookService],
})
export class IntegrationHttpModule {}
