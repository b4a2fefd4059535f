import { ValuesRefused } from '#platform/database';
import type { SignalOutcome, Recorded } from '#signals';
import type { DecodedEvent } from './event/decode-event.js';
import { invalidEventBody, recordedBody } from './webhook.responses.js';
import { countAccepted, countRefused } from './webhook.metrics.js';

/** What became of an event of a batch; no outcome: it is none, or cannot be stored. */
export interface EventResult {
  readonly body: string;
  readonly outcome?: SignalOutcome;
}

/**
 * Puts what was recorded beside what was refused, in the order of the events.
 * @param recorded one result for each valid event, in their order
 * @throws Error where one could not be recorded that is not to blame for it: the sender should send the batch again
 */
export function batchResults(
  events: readonly DecodedEvent[],
  recorded: ReadonlyArray<Recorded | Error>,
): EventResult[] {
  let next = 0;
  return events.map((event) => (event.ok ? resultOf(recorded[next++]) : { body: invalidEventBody(event.errors) }));
}

function resultOf(recorded: Recorded | Error | undefined): EventResult {
  if (recorded instanceof ValuesRefused)
    return { body: invalidEventBody([{ field: 'body', message: `cannot be stored: ${recorded.message}` }]) };
  if (recorded === undefined || recorded instanceof Error)
    throw recorded ?? new Error('an event of a batch without a result');
  return { body: recordedBody(recorded), outcome: recorded.outcome };
}

/** Counts the events of an answered batch. */
export function countEvents(slug: string, results: readonly EventResult[]): void {
  for (const [outcome, { length }] of Map.groupBy(results, (result) => result.outcome)) {
    if (outcome === undefined) countRefused(slug, 'invalid_event', length);
    else countAccepted(slug, outcome, length);
  }
}
