import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { NotFound } from '#platform/errors';
import { type PageQuery, decodeCursor, pageOf } from '#platform/http';
import { WebhookEndpoint } from '../entities/webhook-endpoint.entity.js';
import { type WebhookPage, type WebhookView, webhookView } from './webhook.view.js';

@Injectable()
export class WebhookReader {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  list({ cursor, limit }: PageQuery): Promise<WebhookPage> {
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    return this.database.inTenant(async (tx) => {
      const found = await tx.find(WebhookEndpoint, before === null ? {} : { id: { $lt: before } }, {
        orderBy: { id: 'desc' },
        limit: limit + 1,
      });
      return pageOf(found, limit, webhookView, ({ id }) => [id]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<WebhookView> {
    return this.database.inTenant(async (tx) => {
      const endpoint = await tx.findOne(WebhookEndpoint, { id });
      if (endpoint === null) throw new NotFound('webhook');
      return webhookView(endpoint);
    });
  }
}
