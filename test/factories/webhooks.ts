import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import type { SharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { Receiver } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

/** A webhook to a receiver, for all events unless the fields name some. */
export function webhookTo(
  { url }: Receiver,
  tenant: TestTenant,
  fields: Partial<Schemas['CreateWebhookBody']> = {},
): Promise<Schemas['CreatedWebhookView']> {
  return tenant.api.createWebhook({ body: { url, ...fields } });
}

/** The deliveries to a webhook, latest first. */
export async function deliveriesOf(
  tenant: TestTenant,
  { id }: { id: string },
  status?: Schemas['DeliveryView']['status'],
): Promise<ReadonlyArray<Schemas['DeliveryView']>> {
  return (await tenant.api.listWebhookDeliveries({ path: { id }, query: { status: status && [status] } })).items;
}

/** Has failed deliveries tried again now, and ends the pauses of webhooks, as if their time had come. */
export async function endPauses({ database }: SharedEngine, { id }: TestTenant): Promise<void> {
  const due = `update webhook_delivery set due_at = now() where status = 'pending' and tenant_id = $1`;
  await database.query(due, [id]);
  await database.query('update webhook_endpoint set rests_until = null where tenant_id = $1', [id]);
}

/** Waits until the deliveries to a webhook are as expected, latest first. */
export function expectDeliveries(
  tenant: TestTenant,
  webhook: { id: string },
  expected: object[],
  status?: Schemas['DeliveryView']['status'],
): Promise<void> {
  return eventually(async () => expect(await deliveriesOf(tenant, webhook, status)).toMatchObject(expected));
}
