import { sql } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { Database, RequestScope, type TenantTransaction, type Transaction, afterCommit, ids } from '#platform/database';
import { NotFound } from '#platform/errors';
import { demandVersion } from '#platform/http';
import { JobSender } from '#platform/queue';
import { audit } from '#tenancy';
import { WebhookEndpoint } from '../endpoints/webhook-endpoint.entity.js';
import { SendWebhooks } from '../sending/send-webhooks.job.js';
import { WebhookDisabled } from '../endpoints/webhook.errors.js';
import { readDelivery } from './delivery-log.js';
import type { DeliveryDetail } from './delivery.view.js';

/** What admins have sent to their webhooks. */
@Injectable()
export class DeliveryDesk {
  constructor(
    private readonly database: Database,
    private readonly scope: RequestScope,
    private readonly jobs: JobSender,
  ) {}

  /**
   * Sends a message that says nothing, to see that it arrives and can be verified. @throws NotFound, WebhookDisabled
   */
  test(endpointId: string, ifMatch: string | null): Promise<DeliveryDetail> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      await demandEnabled(tx, endpointId, ifMatch);
      const [messageId, id] = [ids.next(), ids.next()];
      const body = JSON.stringify({
        type: 'webhook.test',
        timestamp: new Date().toISOString(),
        data: { webhookId: ids.show('whk', endpointId) },
      });
      await tx.execute(
        sql`with message as (insert into webhook_message (tenant_id, id, type, body) values (${tx.tenantId}, ${messageId}, 'webhook.test', ${body})
          returning tenant_id, id, position)
         insert into webhook_delivery (tenant_id, id, endpoint_id, message_id, position) select tenant_id, ${id}, ${endpointId}, id, position from message`,
      );
      audit(tx, {
        tenantId: tx.tenantId,
        actor,
        action: 'webhook.tested',
        subject: { kind: 'webhook', id: endpointId },
        after: { deliveryId: ids.show('dlv', id) },
      });
      this.wake(tx);
      return readDelivery(tx, id);
    });
  }

  /**
   * Sends a message once more, with all its tries: the same one, under the same `webhook-id`. @throws NotFound,
   * WebhookDisabled
   */
  replay(id: string): Promise<DeliveryDetail> {
    const { actor } = this.scope.tenant;
    return this.database.inTenant(async (tx) => {
      const [delivery] = await tx.execute<Array<{ endpointId: string; status: string }>>(
        sql`select endpoint_id as "endpointId", status from webhook_delivery where tenant_id = ${tx.tenantId} and id = ${id} for update`,
      );
      if (delivery === undefined) throw new NotFound('delivery');
      await demandEnabled(tx, delivery.endpointId);
      await tx.execute(
        sql`update webhook_delivery set status = 'pending', attempts = 0, due_at = now() where tenant_id = ${tx.tenantId} and id = ${id}`,
      );
      audit(tx, {
        tenantId: tx.tenantId,
        actor,
        action: 'webhook.replayed',
        subject: { kind: 'webhook', id: delivery.endpointId },
        after: { deliveryId: ids.show('dlv', id), was: delivery.status },
      });
      this.wake(tx);
      return readDelivery(tx, id);
    });
  }

  /** The sweep would find it; a person waits for it. */
  private wake(tx: TenantTransaction): void {
    afterCommit(tx, () => void this.jobs.send(SendWebhooks, [{ tenantId: tx.tenantId }]));
  }
}

/** What a person asks for is sent at once, to an endpoint that rests too. @throws NotFound, Stale, WebhookDisabled */
async function demandEnabled(tx: Transaction, endpointId: string, ifMatch: string | null = null): Promise<void> {
  const endpoint = await tx.findOne(WebhookEndpoint, { id: endpointId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (endpoint === null) throw new NotFound('webhook');
  demandVersion(ifMatch, endpoint.version);
  if (endpoint.status !== 'enabled') throw new WebhookDisabled();
  tx.assign(endpoint, { restsUntil: null });
  await tx.flush();
}
