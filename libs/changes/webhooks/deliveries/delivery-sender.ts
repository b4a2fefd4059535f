import { sql } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, type Transaction, afterCommit, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { JobSender } from '#platform/queue';
import { audit } from '#tenancy';
import { WebhookDelivery } from '../entities/webhook-delivery.entity.js';
import { WebhookEndpoint } from '../entities/webhook-endpoint.entity.js';
import { WebhookMessage } from '../entities/webhook-message.entity.js';
import { SendWebhooks } from '../sending/send-webhooks.job.js';
import { WebhookDisabled } from '../endpoints/webhook.errors.js';
import { readDelivery } from './delivery-reader.js';
import type { DeliveryDetail } from './delivery.view.js';

/** Sends what an admin asks for: test messages and replays. */
@Injectable()
export class DeliverySender {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {}

  /** Sends a test message, to check that it arrives and can be verified. @throws NotFound, WebhookDisabled */
  test(endpointId: string, ifMatch: string | null): Promise<DeliveryDetail> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await demandEnabled(tx, endpointId, ifMatch);
      const id = ids.next();
      const body = JSON.stringify({
        type: 'webhook.test',
        timestamp: new Date().toISOString(),
        data: { webhookId: ids.show('whk', endpointId) },
      });
      const message = tx.create(WebhookMessage, { tenantId: tx.tenantId, id: ids.next(), type: 'webhook.test', body });
      await tx.flush();
      const { id: messageId, position } = message;
      tx.create(WebhookDelivery, { tenantId: tx.tenantId, id, endpointId, messageId, position });
      await tx.flush();
      audit(tx, {
        actor,
        action: 'webhook.tested',
        subject: { kind: 'webhook', id: endpointId },
        after: { deliveryId: ids.show('dlv', id) },
      });
      this.wake(tx);
      return readDelivery(tx, id);
    });
  }

  /** Sends a message again, with all its attempts and the same `webhook-id`. @throws NotFound, WebhookDisabled */
  replay(id: string): Promise<DeliveryDetail> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const known = await tx.findOne(WebhookDelivery, { id }, { fields: ['endpointId'] });
      if (known === null) throw new NotFound('delivery');
      // Locks the webhook before its deliveries, in the order of a transaction that disables it.
      await demandEnabled(tx, known.endpointId);
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
      const delivery = await tx.findOne(WebhookDelivery, { id }, lock);
      if (delivery === null) throw new NotFound('delivery');
      await tx.nativeUpdate(WebhookDelivery, { id }, { status: 'pending', attempts: 0, dueAt: sql.now() });
      audit(tx, {
        actor,
        action: 'webhook.replayed',
        subject: { kind: 'webhook', id: delivery.endpointId },
        after: { deliveryId: ids.show('dlv', id), was: delivery.status },
      });
      this.wake(tx);
      return readDelivery(tx, id);
    });
  }

  /** The sweep would find it within a second, but a person is waiting. */
  private wake(tx: TenantTransaction): void {
    afterCommit(tx, () => void this.jobs.send(SendWebhooks, [{ tenantId: tx.tenantId }]));
  }
}

/**
 * Checks that the endpoint is enabled, and ends its pause: what a person asks for is sent at once.
 * @throws NotFound, Stale, WebhookDisabled
 */
async function demandEnabled(tx: Transaction, endpointId: string, ifMatch: string | null = null): Promise<void> {
  const endpoint = await tx.findOne(WebhookEndpoint, { id: endpointId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (endpoint === null) throw new NotFound('webhook');
  demandVersion(ifMatch, endpoint.version);
  if (endpoint.status !== 'enabled') throw new WebhookDisabled();
  // A pause that is over stays: it shows when the endpoint failed last.
  if (endpoint.pausedUntil && endpoint.pausedUntil.getTime() > Date.now()) tx.assign(endpoint, { pausedUntil: null });
  await tx.flush();
}
