import { LockMode } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant } from '#platform/database';
import { audit } from '#tenancy';
import { WebhookEndpoint } from '../entities/webhook-endpoint.entity.js';
import { failPending } from '../endpoints/fail-pending.js';
import type { ClaimedDelivery } from './claim-deliveries.js';
import { backoffOf, failingSince, isGivenUp, retryDelay } from './backoff.js';
import { type DeliveryAttempt, isGone } from './attempt-delivery.js';

export type DeliveryOutcome = 'delivered' | 'retried' | 'failed';

/** The outcome of an attempt. */
export function outcomeOf(attempt: DeliveryAttempt): DeliveryOutcome {
  if (attempt.succeeded) return 'delivered';
  return isGone(attempt) || retryDelay(attempt.attempts, 0) === null ? 'failed' : 'retried';
}

interface Attempts {
  readonly claimed: readonly ClaimedDelivery[];
  /** Those of the claimed deliveries that were attempted. */
  readonly tried: readonly DeliveryAttempt[];
}

/**
 * Stores the attempts of one endpoint, and updates the endpoint, unless it has another address now: it works, it
 * pauses, or it is given up. Deliveries that were claimed but not attempted are pending again.
 */
export async function storeAttempts(
  tx: TenantTransaction,
  called: Pick<WebhookEndpoint, 'id' | 'url'>,
  { claimed, tried }: Attempts,
  actor: string,
): Promise<void> {
  // The endpoint is locked before its deliveries, in the order of a transaction that disables it.
  const endpoint = await tx.findOne(WebhookEndpoint, { id: called.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const done = new Set(tried.map(({ id }) => id));
  const untried = claimed.filter(({ id }) => !done.has(id));
  if (untried.length > 0) await tx.execute(releaseClaims(tx.tenantId, untried));
  const rows = tried.map((one) => ({
    ...one,
    status: STATUSES[outcomeOf(one)],
    wait: retryDelay(one.attempts, Math.random()) ?? 0,
  }));
  await tx.execute(updateAttempted(tx.tenantId, rows));
  if (endpoint?.status !== 'enabled' || endpoint.url !== called.url) return;
  const gone = tried.find(isGone);
  const wait = Math.max(...tried.map(({ waitMs }) => waitMs));
  if (gone !== undefined) await giveUp(tx, endpoint.id, { answerStatus: gone.answerStatus }, actor);
  else if (tried.some(({ succeeded }) => succeeded)) await clearFailures(tx, endpoint, wait);
  else await backOff(tx, endpoint, wait, actor);
}

const STATUSES: Readonly<Record<DeliveryOutcome, string>> = {
  delivered: 'delivered',
  retried: 'pending',
  failed: 'failed',
};

/** Skips deliveries that an admin has replayed meanwhile: all attempts of the replay are still to come. */
function updateAttempted(tenantId: string, tries: readonly object[]): SqlFragment {
  return sql`
    update webhook_delivery delivery set status = tried.status, due_at = now() + tried.wait * interval '1 millisecond',
      tried_at = now(), answer_status = tried."answerStatus", answer = tried.answer, error = tried.error,
      duration_ms = tried."durationMs"
    from jsonb_to_recordset(${JSON.stringify(tries)}::jsonb) as tried (id uuid, status text, wait integer,
        "answerStatus" smallint, answer text, error text, "durationMs" integer, attempts smallint)
    where delivery.tenant_id = ${anyTenant(tenantId)} and delivery.id = tried.id and delivery.status = 'pending'
      and delivery.attempts = tried.attempts`;
}

/** They keep their place among those of the endpoint. Skips replayed deliveries, too. */
function releaseClaims(tenantId: string, untried: readonly ClaimedDelivery[]): SqlFragment {
  const rows = untried.map(({ id, attempts, dueAt }) => ({ id, attempts, dueAt }));
  return sql`
    update webhook_delivery delivery set attempts = untried.attempts - 1, due_at = untried."dueAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as untried (id uuid, attempts smallint,
        "dueAt" timestamptz)
    where delivery.tenant_id = ${anyTenant(tenantId)} and delivery.id = untried.id and delivery.status = 'pending'
      and delivery.attempts = untried.attempts`;
}

async function clearFailures(
  tx: TenantTransaction,
  { id, failingSince: began }: WebhookEndpoint,
  wait: number,
): Promise<void> {
  if ((began ?? null) === null && wait === 0) return;
  const pausedUntil = wait === 0 ? null : timeIn(wait);
  await tx.nativeUpdate(WebhookEndpoint, { id }, { failingSince: null, failures: 0, pausedUntil });
}

function timeIn(milliseconds: number): SqlFragment {
  return sql`now() + ${milliseconds} * interval '1 millisecond'`;
}

async function backOff(tx: TenantTransaction, endpoint: WebhookEndpoint, wait: number, actor: string): Promise<void> {
  const { id } = endpoint;
  const now = Date.now();
  // An endpoint pauses for an hour at most after a failure: the end of its pause shows when it failed.
  const began = failingSince(endpoint.failingSince?.getTime() ?? null, endpoint.pausedUntil?.getTime() ?? null, now);
  const failures = endpoint.failures + 1;
  const pausedUntil = timeIn(Math.max(wait, backoffOf(failures, Math.random())));
  await tx.nativeUpdate(WebhookEndpoint, { id }, { failures, failingSince: new Date(began), pausedUntil });
  if (isGivenUp(began, now)) await giveUp(tx, id, { failingSince: new Date(began) }, actor);
}

/** Its pending deliveries fail. They stay in its log, and can be sent again once it works. */
async function giveUp(tx: TenantTransaction, endpointId: string, why: object, actor: string): Promise<void> {
  const changes = { status: 'given_up', version: sql`version + 1`, updatedAt: sql.now() } as const;
  await tx.nativeUpdate(WebhookEndpoint, { id: endpointId }, changes);
  await failPending(tx, endpointId, 'given_up');
  audit(tx, {
    actor,
    action: 'webhook.given_up',
    subject: { kind: 'webhook', id: endpointId },
    before: { status: 'enabled' },
    after: { status: 'given_up', ...why },
  });
}
