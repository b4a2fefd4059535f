import type { EngineResponse } from '../engine-http.js';
import { isObject, parseJson } from '../json.js';
import { type FieldProblem, fieldProblems, showFields } from '../problem.js';

/** The result of sending an event (contract, "Webhook"). */
export type SendResult =
  | { readonly kind: 'created' | 'joined' | 'resolved' | 'unchanged' | 'completion' }
  /** The engine refuses this event; others may be valid. */
  | { readonly kind: 'refused'; readonly reason: string; readonly details: readonly FieldProblem[] }
  /** Not recorded; to be retried after the time in the response. */
  | { readonly kind: 'later'; readonly reason: string; readonly waitMs: number | null }
  /** Every other event would fail, too. */
  | { readonly kind: 'stop'; readonly reason: string };

const WORTH_A_RETRY = [408, 425, 429, 502, 503, 504];

/** Parses the webhook's response. @param now milliseconds since the epoch, for a `Retry-After` that is a date */
export function readSendResult({ status, headers, text }: EngineResponse, now: number): SendResult {
  const body = parseJson(text);
  const json = isObject(body) ? body : {};
  const error = typeof json['error'] === 'string' ? json['error'] : '';
  const reason = error === '' ? `HTTP ${status}` : error;
  if (status === 200 && json['ok'] === true) return accepted(json);
  if (status === 401)
    return {
      kind: 'stop',
      reason:
        'the signature is refused (401): the tenant is unknown or suspended, or the secret is not, or no longer, one of it (name another with --secret or EDIFYD_SECRET)',
    };
  if (WORTH_A_RETRY.includes(status))
    return {
      kind: 'later',
      reason: `${status} ${error}`.trim(),
      waitMs: retryAfterMs(headers.get('retry-after'), now),
    };
  if ((error !== '' && status >= 400) || status >= 500) {
    const details = fieldProblems(json['details']);
    return { kind: 'refused', reason: details.length === 0 ? reason : `${reason}: ${showFields(details)}`, details };
  }
  return {
    kind: 'stop',
    reason: `the webhook answered ${status}, but not as the engine does: is --url the engine's address?`,
  };
}

/**
 * Milliseconds to wait by a `Retry-After` header (RFC 9110, section 10.2.3): seconds or a date; null if there is
 * none.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function accepted({ applied, resolved, deduped, completion }: Readonly<Record<string, unknown>>): SendResult {
  if (completion === true) return { kind: 'completion' };
  if (resolved === true) return { kind: 'resolved' };
  if (applied === false) return { kind: 'unchanged' };
  return { kind: deduped === true ? 'joined' : 'created' };
}
