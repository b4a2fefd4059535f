import { ids } from '#platform/database';
import type { FieldError } from '#platform/errors';
import type { RecordedSignal } from '#signals';
import type { RateLimitDecision } from './rate-limit/token-bucket.js';
import type { RefusalCode } from './webhook.metrics.js';

/** A response of the webhook (contract, "Webhook"). `body` is JSON text. */
export interface WebhookResponse {
  readonly status: number;
  readonly body: string;
  /** Why nothing was recorded: the `error` in the body. */
  readonly code?: RefusalCode;
  /** Why the engine is unavailable, for the log only. */
  readonly reason?: string;
  readonly retryAfterSeconds?: number;
  /** The state of the tenant's rate limit, if the request was counted. */
  readonly rateLimit?: RateLimitDecision;
}

export const BAD_SIGNATURE = refusal(401, 'bad_signature');
export const INVALID_JSON = refusal(400, 'invalid_json');
export const TOO_LARGE = refusal(413, 'payload_too_large');
export const TOO_SLOW = refusal(408, 'request_timeout');

/** @param reason for the log: the sender does not get it */
export function unavailable(reason: string): WebhookResponse {
  return { ...refusal(503, 'unavailable'), retryAfterSeconds: 2, reason };
}

export function rateLimited(rateLimit: RateLimitDecision): WebhookResponse {
  return { ...refusal(429, 'rate_limited'), retryAfterSeconds: rateLimit.retryAfterSeconds, rateLimit };
}

export function invalidEvent(details: readonly FieldError[]): WebhookResponse {
  return { status: 422, code: 'invalid_event', body: invalidEventBody(details) };
}

/**
 * The body of the response to one event, or the item for an event in the results of a batch.
 * @param warnings about its fields; the body has none if there are none
 */
export function recordedBody(recorded: RecordedSignal, warnings: readonly FieldError[] = []): string {
  const body = outcomeBody(recorded);
  return warnings.length === 0 ? body : `${body.slice(0, -1)},"warnings":${JSON.stringify(warnings)}}`;
}

function outcomeBody({ signalId, outcome }: RecordedSignal): string {
  switch (outcome) {
    case 'created':
      return `{"ok":true,"applied":true,"signalId":"${ids.show('sig', signalId)}","deduped":false}`;
    case 'joined':
      return '{"ok":true,"applied":true,"deduped":true}';
    case 'completion':
      return `{"ok":true,"applied":true,"signalId":"${ids.show('sig', signalId)}","deduped":false,"completion":true}`;
    case 'resolved':
      return '{"ok":true,"applied":true,"resolved":true}';
    case 'nothing_open':
      return '{"ok":true,"applied":false}';
  }
}

export function invalidEventBody(details: readonly FieldError[]): string {
  return JSON.stringify({ error: 'invalid_event', details });
}

/** @param results the body for each event, in order */
export function batchBody(results: readonly string[]): string {
  return `{"ok":true,"results":[${results.join(',')}]}`;
}

function refusal(status: number, code: RefusalCode): WebhookResponse {
  return { status, code, body: JSON.stringify({ error: code }) };
}
