import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { DeliverySender } from './delivery-sender.js';
import { DeliveryReader } from './delivery-reader.js';
import { DeliveriesQuery } from './delivery.dto.js';
import { DeliveryDetail, DeliveryPage } from './delivery.view.js';

@Controller('engine/v1/admin/webhooks')
export class DeliveriesController {
  constructor(
    private readonly reader: DeliveryReader,
    private readonly sender: DeliverySender,
  ) {}

  /** What a webhook was told in the last 30 days, and how that went, the latest first. */
  @Get(':id/deliveries')
  @Allow('admin')
  listDeliveries(@IdParam('whk', 'webhook') id: string, @Query() query: DeliveriesQuery): Promise<DeliveryPage> {
    return this.reader.list(id, query);
  }

  /** Sends a `webhook.test`; the delivery that is answered tells how it went. */
  @Post(':id/test')
  @HttpCode(202)
  @Allow('admin')
  test(@IdParam('whk', 'webhook') id: string, @IfMatch() ifMatch: string | null): Promise<DeliveryDetail> {
    return this.sender.test(id, ifMatch);
  }

  /** One delivery, with what is sent. */
  @Get('deliveries/:id')
  @Allow('admin')
  readDelivery(@IdParam('dlv', 'delivery') id: string): Promise<DeliveryDetail> {
    return this.reader.detail(id);
  }

  /** Sends a message once more, whatever became of it. */
  @Post('deliveries/:id/replay')
  @HttpCode(202)
  @Allow('admin')
  replayDelivery(@IdParam('dlv', 'delivery') id: string): Promise<DeliveryDetail> {
    return this.sender.replay(id);
  }
}
