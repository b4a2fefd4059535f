import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { IdParam, IfMatch, PageQuery } from '#platform/http';
import { Allow } from '#tenancy';
import { WebhookEditor } from './webhook-editor.js';
import { WebhookReader } from './webhook-reader.js';
import { ChangeWebhookBody, CreateWebhookBody, RotateWebhookSecretBody } from './webhook.dto.js';
import { CreatedWebhookView, RotatedSecretView, WebhookPage, WebhookView } from './webhook.view.js';

@Controller('engine/v1/admin/webhooks')
export class WebhooksController {
  constructor(
    private readonly reader: WebhookReader,
    private readonly editor: WebhookEditor,
  ) {}

  /** Lists the addresses that receive events, newest first. */
  @Get()
  @Allow('admin')
  list(@Query() query: PageQuery): Promise<WebhookPage> {
    return this.reader.list(query);
  }

  /** Registers an address for events. The response contains the secret that signs them. */
  @Post()
  @Allow('admin')
  create(@Body() body: CreateWebhookBody): Promise<CreatedWebhookView> {
    return this.editor.create(body);
  }

  /** Returns a webhook. */
  @Get(':id')
  @Allow('admin')
  detail(@IdParam('whk', 'webhook') id: string): Promise<WebhookView> {
    return this.reader.detail(id);
  }

  /** Changes a webhook, disables it or enables it again. */
  @Patch(':id')
  @Allow('admin')
  change(
    @IdParam('whk', 'webhook') id: string,
    @Body() body: ChangeWebhookBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<WebhookView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** Deletes a webhook with its deliveries. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  remove(@IdParam('whk', 'webhook') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.editor.remove(id, ifMatch);
  }

  /**
   * Creates a new secret. During the grace period, messages are signed with both, so that the receiver can switch at
   * any time.
   */
  @Post(':id/secrets')
  @Allow('admin')
  rotateSecret(
    @IdParam('whk', 'webhook') id: string,
    @Body() { graceSeconds }: RotateWebhookSecretBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<RotatedSecretView> {
    return this.editor.rotate(id, graceSeconds, ifMatch);
  }
}
