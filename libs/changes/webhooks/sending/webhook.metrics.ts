import { counter, histogram } from '#platform/telemetry';
import { outcomeOf } from './store-attempts.js';
import type { DeliveryAttempt } from './attempt-delivery.js';

const deliveries = counter({
  name: 'webhook_deliveries_total',
  help: 'Attempts to deliver an event to a webhook, by outcome: delivered, retried, or failed after the last attempt.',
  labels: ['outcome'],
});

const duration = histogram({
  name: 'webhook_delivery_duration_seconds',
  help: 'From the call of a webhook to its response.',
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

export function countAttempts(tried: readonly DeliveryAttempt[]): void {
  for (const one of tried) {
    deliveries.inc({ outcome: outcomeOf(one) });
    duration.observe(one.durationMs / 1_000);
  }
}
