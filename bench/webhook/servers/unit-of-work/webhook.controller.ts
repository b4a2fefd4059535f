import { Body, Controller, HttpCode, Post, Req, UnprocessableEntityException, UseGuards } from '@nestjs/common';
import { dataPointOf } from '../data-point.js';
import { EventBody } from './event.dto.js';
import { SignatureGuard, type WebhookRequest } from './signature.guard.js';
import { type Recorded, WebhookService } from './webhook.service.js';

@Controller('engine/v1/integration')
@UseGuards(SignatureGuard)
export class WebhookController {
  constructor(private readonly webhook: WebhookService) {}

  @Post(':tenant/webhook')
  @HttpCode(200)
  receive(@Req() request: WebhookRequest, @Body() event: EventBody): Promise<Recorded> {
    const defaults = request.tenant?.signalMap[event.event.slice('signal.'.length)];
    const point = dataPointOf({ event: event.event, data: { ...defaults, ...event.data } });
    if (point === null || request.tenant === undefined)
      throw new UnprocessableEntityException({ error: 'invalid_event' });
    return this.webhook.record(request.tenant.id, point, event);
  }
}
