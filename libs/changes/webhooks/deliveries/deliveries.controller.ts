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

  /** Lists the deliveries of a webhook in the last 30 days with their results, newest first. */
  @Get(':id/deliveries')
  @Allow('admin')
  listDeliveries(@IdParam('whk', 'webhook') id: string, @Query() query: DeliveriesQuery): Promise<DeliveryPage> {
    return this.reader.list(id, query);
  }

  /** Sends a `webhook.test`. Read the returned delivery again for its result. */
  @Post(':id/test')
  @HttpCode(202)
  @Allow('admin')
  test(@IdParam('whk', 'webhook') id: string, @IfMatch() ifMatch: string | null): Promise<DeliveryDetail> {
    return this.sender.test(id, ifMatch);
  }

  /** Returns a delivery with the body that is sent. */
  @Get('deliveries/:id')
  @Allow('admin')
  readDelivery(@IdParam('dlv', 'delivery') id: string): Promise<DeliveryDetail> {
    return this.reader.detail(id);
  }

  /** Sends a message again, whether or not it was delivered. */
  @Post('deliveries/:id/replay')
  @HttpCode(202)
  @Allow('admin')
  replayDelivery(@IdParam('dlv', 'delivery') id: string): Promise<DeliveryDetail> {
    return this.sender.replay(id);
  }
}
