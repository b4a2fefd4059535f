import { ids } from '#platform/database';
import { type Outbound, OutboundError } from '#platform/outbound';
import { HOUR_MS, retryAfterMs } from '#platform/text';
import type { ClaimedDelivery } from './claim-deliveries.js';
import { signedHeaders } from './signed-headers.js';

const TIMEOUT_MS = 10_000;
/** How much of a response is stored for troubleshooting. */
const RESPONSE_BYTES = 1_024;
/** Statuses whose `Retry-After` is honoured: too many requests, and unavailable. */
const ASK_TO_WAIT: ReadonlySet<number> = new Set([429, 503]);
const MAX_WAIT_MS = HOUR_MS;

/** The result of one attempt. */
export interface DeliveryAttempt {
  readonly id: string;
  readonly attempts: number;
  readonly succeeded: boolean;
  /** Null: there was no response, and `error` says why. */
  readonly answerStatus: number | null;
  readonly answer: string | null;
  readonly error: string | null;
  readonly durationMs: number;
  /** How long the receiver asks to wait before the next call; 0: it does not. */
  readonly waitMs: number;
}

/** Sends a message to an endpoint. Any 2xx is a success, everything else a failure. Redirects are not followed. */
export async function attemptDelivery(
  outbound: Outbound,
  url: string,
  secrets: readonly string[],
  delivery: ClaimedDelivery,
): Promise<DeliveryAttempt> {
  const { id, messageId, body, attempts } = delivery;
  const began = performance.now();
  const headers = signedHeaders(ids.show('msg', messageId), body, secrets, Date.now());
  const durationMs = (): number => Math.round(performance.now() - began);
  try {
    const response = await outbound.fetch(
      url,
      { method: 'POST', headers, body },
      { timeoutMs: TIMEOUT_MS, maxBytes: RESPONSE_BYTES, cut: true },
    );
    const answer = storable(await response.text());
    return {
      id,
      attempts,
      succeeded: response.ok,
      answerStatus: response.status,
      answer,
      error: null,
      durationMs: durationMs(),
      waitMs: waitOf(response),
    };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return unanswered(delivery, error.message, durationMs());
  }
}

/** A failed attempt that calls nobody: an event is never sent with a wrong signature, or with none. */
export function withUnreadableSecret(delivery: ClaimedDelivery): DeliveryAttempt {
  const error = 'the secret of the webhook cannot be decrypted with the keys of the engine: ask its operator';
  return unanswered(delivery, error, 0);
}

function unanswered({ id, attempts }: ClaimedDelivery, error: string, durationMs: number): DeliveryAttempt {
  return { id, attempts, succeeded: false, answerStatus: null, answer: null, error, durationMs, waitMs: 0 };
}

/** Whether the receiver says that there is no such endpoint any more. */
export function isGone({ answerStatus }: DeliveryAttempt): boolean {
  return answerStatus === 410;
}

function waitOf({ status, headers }: Response): number {
  return ASK_TO_WAIT.has(status) ? Math.min(retryAfterMs(headers.get('retry-after')), MAX_WAIT_MS) : 0;
}

/** PostgreSQL's text holds every character but NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
