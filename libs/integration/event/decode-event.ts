import type { FieldError } from '#platform/errors';
import {
  type JsonLimits,
  type JsonObject,
  JsonRuleError,
  JsonSyntaxError,
  isJsonObject,
  jsonFields,
  parseStrictJson,
} from '#platform/json';
import { type ReceivedPoint, eventIdentity } from '#signals';
import { fieldWarnings } from './field-warnings.js';
import { parseEvent } from './parse-event.js';

/**
 * PostgreSQL's JSON parser limits the depth, too. The size of an event bounds its fields and values: 256 KiB are parsed
 * in about 10 ms. The limit of exponents keeps it from being read as hundreds of megabytes.
 */
const EVENT_LIMITS: JsonLimits = { depth: 64, fields: Infinity, values: Infinity, exponents: 10_000 };

/** The result of decoding an event: the data point to record, or why the event is invalid. */
export type DecodedEvent =
  | { readonly ok: true; readonly received: ReceivedPoint }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly bytes: Buffer };

/** The event is JSON, but not an object. */
export class NotAnObject extends JsonSyntaxError {}

/**
 * Decodes the bytes of one event, strictly.
 * @throws JsonSyntaxError | NotAnObject
 */
export function decodeEvent(bytes: Buffer): DecodedEvent {
  try {
    const { value, text } = parseStrictJson(bytes, { limits: EVENT_LIMITS, storable: true });
    if (!isJsonObject(value)) throw new NotAnObject('no object');
    const event = parseEvent(value);
    const warnings = isJsonObject(value['data']) ? fieldWarnings(value['data']) : [];
    if (!event.ok) {
      const namesNobody = event.errors.some(({ field }) => field === 'data');
      return { ok: false, errors: namesNobody ? [...event.errors, ...warnings] : event.errors, bytes };
    }
    return { ok: true, received: { point: event.point, raw: text, identity: identityOf(value, text), warnings } };
  } catch (error) {
    if (error instanceof JsonRuleError)
      return { ok: false, errors: [{ field: error.field, message: error.rule }], bytes };
    throw error;
  }
}

/** A text, or an integer of more digits than JavaScript's numbers keep: its integers are exact below 2^53. */
const TEXT_OR_LONG_INTEGER = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/gs;

/**
 * Ids of records may have 64 bits, of which JavaScript reads different ones as the same number: they are compared as
 * text.
 * @param text the JSON of the event
 */
function identityOf(event: JsonObject, text: string): string {
  if (!/\d{16}/.test(text)) return eventIdentity(event);
  const quoted = text.replaceAll(TEXT_OR_LONG_INTEGER, (found) => (found.startsWith('"') ? found : `"${found}"`));
  const exact: unknown = JSON.parse(quoted);
  return eventIdentity(jsonFields(exact));
}
