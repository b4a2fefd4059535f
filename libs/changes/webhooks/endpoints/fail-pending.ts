import { sql } from '@mikro-orm/postgresql';
import type { Transaction } from '#platform/database';
import { WebhookDelivery } from '../entities/webhook-delivery.entity.js';

/** Fails the pending deliveries of a webhook. They stay in its log, and can be sent again. */
export async function failPendingDeliveries(tx: Transaction, endpointId: string, reason: string): Promise<void> {
  await tx.nativeUpdate(
    WebhookDelivery,
    { endpointId, status: 'pending' },
    { status: 'failed', error: sql`coalesce(error, ${reason})` },
  );
}
