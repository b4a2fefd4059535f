import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { SignalsModule } from '#signals';
import { TenancyModule } from '#tenancy';
import { CheckController } from './check/check.controller.js';
import { CheckSignal } from './check/check-signal.js';
import { MapPreview } from './preview/map-preview.js';
import { PreviewController } from './preview/preview.controller.js';
import { StoredSignals } from './preview/stored-signals.js';
import { RateLimiter } from './rate-limit/rate-limiter.js';
import { RefusedSignalsController } from './refused/refused.controller.js';
import { RefusedEvents } from './refused/refused-events.js';
import { RefusedReader } from './refused/refused-reader.js';
import { ReplayController } from './replay/replay.controller.js';
import { Replay } from './replay/replay.js';
import { SendTrial } from './trial/send-trial.js';
import { TrialController } from './trial/trial.controller.js';
import { WebhookLog } from './webhook.log.js';
import { HmacGuard } from './signature/hmac.guard.js';
import { WebhookRoute } from './webhook.route.js';
import { WebhookService } from './webhook.service.js';

@Module({
  imports: [CatalogModule, TenancyModule, SignalsModule],
  controllers: [ReplayController, PreviewController, CheckController, TrialController, RefusedSignalsController],
  providers: [
    CheckSignal,
    SendTrial,
    RefusedEvents,
    RefusedReader,
    HmacGuard,
    MapPreview,
    StoredSignals,
    RateLimiter,
    Replay,
    WebhookLog,
    WebhookRoute,
    WebhookService,
  ],
})
export class IntegrationHttpModule {}
