import { expect } from '@jest/globals';
import type { Schemas } from '#client';
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

/** Waits until the deliveries to a webhook are as expected, latest first. */
export function expectDeliveries(
  tenant: TestTenant,
  webhook: { id: string },
  expected: object[],
  status?: Schemas['DeliveryView']['status'],
): Promise<void> {
  return eventually(async () => expect(await deliveriesOf(tenant, webhook, status)).toMatchObject(expected));
}
