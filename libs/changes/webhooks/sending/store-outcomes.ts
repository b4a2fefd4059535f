import { type TenantTransaction, sqlArray } from '#platform/database';
import { audit } from '#tenancy';
import { dropPending } from '../endpoints/drop-pending.js';
import type { ClaimedDelivery } from './claim-deliveries.js';
import { GIVE_UP_AFTER_HOURS, nextTryIn, restFor } from './retry-schedule.js';
import type { Tried } from './try-delivery.js';

export type Outcome = 'delivered' | 'retried' | 'failed';

/** What follows from a try. */
export function outcomeOf({ succeeded, attempts }: Tried): Outcome {
  if (succeeded) return 'delivered';
  return nextTryIn(attempts, 0) === null ? 'failed' : 'retried';
}

/**
 * Keeps how the tries of one endpoint went, and what follows for it: it is well, it rests, or it is given up. What was
 * claimed and not tried waits again.
 */
export async function storeOutcomes(
  tx: TenantTransaction,
  endpointId: string,
  claimed: readonly ClaimedDelivery[],
  tried: readonly Tried[],
  actor: string,
): Promise<void> {
  const done = new Set(tried.map(({ id }) => id));
  const untried = claimed.flatMap(({ id }) => (done.has(id) ? [] : [id]));
  if (untried.length > 0) await tx.execute(RELEASE, [tx.tenantId, sqlArray(untried)]);
  const rows = tried.map((one) => ({
    ...one,
    status: STATUSES[outcomeOf(one)],
    wait: nextTryIn(one.attempts, Math.random()) ?? 0,
  }));
  await tx.execute(STORE, [JSON.stringify(rows), tx.tenantId]);
  if (tried.some(({ succeeded }) => succeeded)) await tx.execute(WELL, [tx.tenantId, endpointId]);
  else await letRest(tx, endpointId, actor);
}

const STATUSES: Readonly<Record<Outcome, string>> = { delivered: 'delivered', retried: 'pending', failed: 'failed' };

const STORE = `
  update webhook_delivery delivery set status = tried.status, due_at = now() + tried.wait * interval '1 millisecond', tried_at = now(),
    answer_status = tried."answerStatus", answer = tried.answer, error = tried.error, duration_ms = tried."durationMs"
  from jsonb_to_recordset(?::jsonb) as tried (id uuid, status text, wait integer, "answerStatus" smallint, answer text, error text, "durationMs" integer)
  where delivery.tenant_id = ? and delivery.id = tried.id and delivery.status = 'pending'`;

const RELEASE = `
  update webhook_delivery set attempts = attempts - 1, due_at = now() where tenant_id = ? and id = any (?::uuid[]) and status = 'pending'`;

const WELL = `
  update webhook_endpoint set failing_since = null, failures = 0, rests_until = null where tenant_id = ? and id = ? and failing_since is not null`;

async function letRest(tx: TenantTransaction, endpointId: string, actor: string): Promise<void> {
  const [endpoint] = await tx.execute<Array<{ failures: number; failingSince: string; isLost: boolean }>>(
    `update webhook_endpoint set failing_since = coalesce(failing_since, now()), failures = failures + 1 where tenant_id = ? and id = ? and status = 'enabled'
     returning failures, failing_since as "failingSince", failing_since < now() - make_interval(hours => ?) as "isLost"`,
    [tx.tenantId, endpointId, GIVE_UP_AFTER_HOURS],
  );
  if (endpoint === undefined) return;
  if (endpoint.isLost) await giveUp(tx, endpointId, endpoint.failingSince, actor);
  else {
    await tx.execute(
      `update webhook_endpoint set rests_until = now() + ? * interval '1 millisecond' where tenant_id = ? and id = ?`,
      [restFor(endpoint.failures, Math.random()), tx.tenantId, endpointId],
    );
  }
}

/** What it was to be told is in its log, and can be sent once more when it is well. */
async function giveUp(tx: TenantTransaction, endpointId: string, failingSince: string, actor: string): Promise<void> {
  await tx.execute(
    `update webhook_endpoint set status = 'given_up', version = version + 1, updated_at = now() where tenant_id = ? and id = ?`,
    [tx.tenantId, endpointId],
  );
  await dropPending(tx, endpointId, 'the webhook was given up');
  audit(tx, {
    tenantId: tx.tenantId,
    actor,
    action: 'webhook.given_up',
    subject: { kind: 'webhook', id: endpointId },
    before: { status: 'enabled' },
    after: { status: 'given_up', failingSince },
  });
}
