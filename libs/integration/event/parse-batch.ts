import type { FieldError } from '#platform/errors';
import { JsonSyntaxError } from '#platform/json';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { MAX_EVENT_BYTES } from '../body/body-kind.js';
import { NotAnObject, type DecodedEvent, decodeEvent } from './decode-event.js';
import { elementsOf, linesOf } from './split-events.js';

/** Contract, "Batch". */
const MAX_EVENTS = 5_000;

export class TooManyEvents extends Error {}

/**
 * Parses the events of a batch, each as if it had been sent alone. An invalid event is refused alone. Text that is not
 * JSON fails the whole array, but only its own line of NDJSON.
 * @throws JsonSyntaxError | JsonRuleError if the array is not JSON, or nested too deeply
 * @throws TooManyEvents
 */
export async function parseBatch(body: Buffer, format: 'array' | 'ndjson'): Promise<DecodedEvent[]> {
  const events: DecodedEvent[] = [];
  for (const bytes of format === 'array' ? elementsOf(body) : linesOf(body)) {
    if (bytes !== null) {
      if (events.length === MAX_EVENTS) throw new TooManyEvents();
      events.push(parseOne(bytes, format === 'array' ? NotAnObject : JsonSyntaxError));
    }
    if (mustYield()) await yieldToEventLoop();
  }
  return events;
}

/** @param refusedAlone errors of this class refuse only this event, and not the whole batch */
function parseOne(bytes: Buffer, refusedAlone: typeof JsonSyntaxError): DecodedEvent {
  if (bytes.length > MAX_EVENT_BYTES) return { ok: false, errors: [TOO_LARGE], bytes };
  try {
    return decodeEvent(bytes);
  } catch (error) {
    if (error instanceof refusedAlone) return { ok: false, errors: [NOT_AN_OBJECT], bytes };
    throw error;
  }
}

const TOO_LARGE: FieldError = { field: 'body', message: `must have at most ${MAX_EVENT_BYTES} bytes` };
const NOT_AN_OBJECT: FieldError = { field: 'body', message: 'must be a JSON object' };
