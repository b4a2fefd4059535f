import { ValuesRefused } from '#platform/database';
import type { FieldError } from '#platform/errors';
import type { SignalOutcome, RecordedSignal } from '#signals';
import type { DecodedEvent } from './event/decode-event.js';
import { invalidEventBody, recordedBody } from './webhook.responses.js';
import { countAccepted, countRefused } from './webhook.metrics.js';

/** The result of an event of a batch. Without an outcome, the event was refused. */
export interface EventResult {
  readonly body: string;
  readonly outcome?: SignalOutcome;
}

/**
 * Merges the results of recorded and refused events, in the order of the events.
 * @param recorded one result for each valid event, in order
 * @throws Error if a valid event could not be recorded; the sender should send the batch again
 */
export function batchResults(
  events: readonly DecodedEvent[],
  recorded: ReadonlyArray<RecordedSignal | Error>,
): EventResult[] {
  let next = 0;
  return events.map((event) =>
    event.ok ? resultOf(recorded[next++], event.received.warnings) : { body: invalidEventBody(event.errors) },
  );
}

function resultOf(recorded: RecordedSignal | Error | undefined, warnings: readonly FieldError[] = []): EventResult {
  if (recorded instanceof ValuesRefused)
    return { body: invalidEventBody([{ field: 'body', message: `cannot be stored: ${recorded.message}` }]) };
  if (recorded === undefined || recorded instanceof Error)
    throw recorded ?? new Error('an event of a batch has no result');
  return { body: recordedBody(recorded, warnings), outcome: recorded.outcome };
}

/** Counts the events of a batch in the metrics. */
export function countEvents(slug: string, results: readonly EventResult[]): void {
  for (const [outcome, { length }] of Map.groupBy(results, (result) => result.outcome)) {
    if (outcome === undefined) countRefused(slug, 'invalid_event', length);
    else countAccepted(slug, outcome, length);
  }
}
