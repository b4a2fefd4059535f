import { Body, Controller, HttpCode, Inject, Param, Post, UnprocessableEntityException, UseGuards } from '@nestjs/common';
import { dataPointOf, type WebhookEvent } from '../data-point.js';
import type { ServerSettings } from '../settings.js';
import { SETTINGS, SignatureGuard } from './signature.guard.js';
import { type Recorded, WebhookService } from './webhook.service.js';

@Controller('engine/v1/integration')
@UseGuards(SignatureGuard)
export class WebhookController {
  constructor(
    private readonly webhook: WebhookService,
    @Inject(SETTINGS) private readonly settings: ServerSettings,
  ) {}

  @Post(':tenant/webhook')
  @HttpCode(200)
  receive(@Param('tenant') slug: string, @Body() event: WebhookEvent): Promise<Recorded> {
    const point = dataPointOf(event);
    const tenant = this.settings.tenants.get(slug);
    if (point === null || tenant === undefined) throw new UnprocessableEntityException({ error: 'invalid_event' });
    return this.webhook.record(tenant.tenantId, point, event);
  }
}
