import type { SignalOutcome } from '#signals';
import { TenantCounter, histogram } from '#platform/telemetry';

/** Why a data point was refused: the `error` of the response. */
export type RefusalCode =
  | 'bad_signature'
  | 'invalid_json'
  | 'invalid_event'
  | 'payload_too_large'
  | 'request_timeout'
  | 'rate_limited'
  | 'unavailable';

const acceptedSignals = new TenantCounter<SignalOutcome>(
  {
    name: 'signals_accepted_total',
    help: 'Signals recorded, by outcome: created, joined, resolved, nothing_open or completion.',
  },
  'outcome',
);

const refusals = new TenantCounter<RefusalCode>(
  {
    name: 'webhook_refused_total',
    help: 'Data points that were not recorded, by the error in the response. Each event of a batch counts.',
  },
  'code',
);

const duration = histogram({
  name: 'webhook_duration_seconds',
  help: 'From the first line of a webhook request to its response, whatever the status.',
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
});

/** Counts recorded signals of a tenant. @param count the number of events in a batch */
export function countAccepted(slug: string, outcome: SignalOutcome, count = 1): void {
  acceptedSignals.add(slug, outcome, count);
}

/**
 * Counts refused data points.
 * @param slug of an existing tenant; undefined: the URL names none
 * @param count the number of events in a batch
 */
export function countRefused(slug: string | undefined, code: RefusalCode, count = 1): void {
  refusals.add(slug, code, count);
}

/**
 * @param milliseconds from the start of the request to its response, by `performance.now()`: Fastify's `elapsedTime` is
 * 0 on a route without an `onResponse` hook
 */
export function observeDuration(milliseconds: number): void {
  duration.observe(milliseconds / 1_000);
}
