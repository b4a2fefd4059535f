import type { FieldError } from '#platform/errors';

/** A webhook's answer: contract, "Webhook". `body` is JSON text. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly retryAfterSeconds?: number;
}

export const BAD_SIGNATURE: Answer = { status: 401, body: '{"error":"bad_signature"}' };
export const INVALID_JSON: Answer = { status: 400, body: '{"error":"invalid_json"}' };
export const TOO_LARGE: Answer = { status: 413, body: '{"error":"payload_too_large"}' };
export const UNAVAILABLE: Answer = { status: 503, body: '{"error":"unavailable"}', retryAfterSeconds: 2 };
export const JOINED: Answer = { status: 200, body: '{"ok":true,"applied":true,"deduped":true}' };

/** @param signalId as shown: `sig_…` */
export function created(signalId: string): Answer {
  return { status: 200, body: `{"ok":true,"applied":true,"signalId":"${signalId}","deduped":false}` };
}

export function invalidEvent(details: readonly FieldError[]): Answer {
  return { status: 422, body: JSON.stringify({ error: 'invalid_event', details }) };
}
