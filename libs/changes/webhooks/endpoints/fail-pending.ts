import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import { WebhookEndpoint, type WebhookStatus } from '../entities/webhook-endpoint.entity.js';

/** Deliveries of a webhook that one transaction fails: hundreds of thousands may be pending. */
const DELIVERIES_PER_TRANSACTION = 5_000;

const REASONS: Readonly<Record<Exclude<WebhookStatus, 'enabled'>, string>> = {
  disabled: 'the webhook was disabled',
  given_up: 'the webhook was given up',
};

/**
 * Fails the next pending deliveries of a webhook that nothing is sent to any more. They stay in its log, and can be
 * sent again. The job that sends fails the rest ({@link failAbandoned}).
 * @returns whether more may be pending
 */
export async function failPending(
  tx: TenantTransaction,
  endpointId: string,
  status: keyof typeof REASONS,
): Promise<boolean> {
  const failed = await tx.execute<object[]>(sql`
    with next as materialized (
      select id from webhook_delivery
      where tenant_id = ${tx.tenantId} and endpoint_id = ${endpointId} and status = 'pending'
      order by due_at, position limit ${DELIVERIES_PER_TRANSACTION} for update
    )
    update webhook_delivery set status = 'failed', error = coalesce(error, ${REASONS[status]})
    where tenant_id = ${tx.tenantId} and id = any (array(select id from next))
    returning id`);
  return failed.length === DELIVERIES_PER_TRANSACTION;
}

/**
 * Fails the next pending deliveries of the tenant's webhooks that are not enabled.
 * @returns whether more may be pending
 */
export async function failAbandoned(tx: TenantTransaction): Promise<boolean> {
  const endpoints = await tx.find(
    WebhookEndpoint,
    { status: { $ne: 'enabled' } },
    { fields: ['id', 'status'], lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
  );
  let hasMore = false;
  for (const { id, status } of endpoints)
    if (status !== 'enabled' && (await failPending(tx, id, status))) hasMore = true;
  return hasMore;
}
