import { type JsonObject, isJsonObject } from '#platform/json';
import type { DataPoint, Severity, SignalAction, ReportedWorkerKeys } from '#signals';
import type { FieldError } from '#platform/errors';
import { isLongerThan } from '#platform/text';

/** The most characters of each field. */
const LIMITS = {
  type: 100,
  external_worker_id: 255,
  email: 320,
  learner_id: 255,
  site: 255,
  topic: 255,
  category: 100,
  dedupe_key: 255,
} as const;

/** The fields of `data` that the engine reads. */
export const EVENT_FIELDS: readonly string[] = [...Object.keys(LIMITS), 'action', 'severity'];

export type ParsedEvent =
  { readonly ok: true; readonly point: DataPoint } | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Parses an event of the connector API into a data point, without the defaults of the signal map. `null` and blank text
 * count as omitted. Unknown fields are stored with the signal, and ignored.
 */
export function parseEvent(body: JsonObject): ParsedEvent {
  const fields = new FieldReader();
  const data = body['data'];
  if (!isJsonObject(data)) {
    fields.refuse('data', data === undefined ? 'is required' : 'must be an object');
    eventType(body, {}, fields);
    return { ok: false, errors: fields.errors };
  }
  const type = eventType(body, data, fields);
  const worker: ReportedWorkerKeys = {
    externalWorkerId: fields.text(data, 'external_worker_id'),
    email: email(fields, data),
    learnerId: fields.text(data, 'learner_id'),
  };
  const point: DataPoint = {
    action: action(fields, data),
    type,
    worker,
    site: fields.text(data, 'site'),
    topic: fields.text(data, 'topic'),
    category: fields.text(data, 'category'),
    severity: severity(fields, data),
    dedupeKey: fields.text(data, 'dedupe_key'),
  };
  if (point.action === 'complete' && fields.hasNone('external_worker_id', 'email', 'learner_id')) {
    fields.refuse('data', 'needs one of external_worker_id, email or learner_id: a training is completed by a worker');
    return { ok: false, errors: fields.errors };
  }
  // An event that resolves a need identifies it by the dedupe key alone.
  const hasKey = point.action === 'resolve' && point.dedupeKey !== null;
  if (!hasKey && fields.hasNone('external_worker_id', 'email', 'learner_id', 'site')) {
    fields.refuse('data', 'needs one of external_worker_id, email, learner_id or site');
  }
  return fields.errors.length === 0 ? { ok: true, point } : { ok: false, errors: fields.errors };
}

/** `signal.<type>`, or `signal` with `data.type`. */
function eventType(body: JsonObject, data: JsonObject, fields: FieldReader): string {
  const event = body['event'];
  if (typeof event !== 'string' || (event !== 'signal' && !event.startsWith('signal.'))) {
    fields.refuse('event', event === undefined ? 'is required' : 'must be "signal.<type>", or "signal" with data.type');
    return '';
  }
  if (event === 'signal') {
    const type = fields.text(data, 'type');
    if (type === null && !fields.isRefused('data.type')) fields.refuse('data.type', 'is required if event is "signal"');
    return type ?? '';
  }
  const type = event.slice('signal.'.length).trim();
  if (type === '') fields.refuse('event', 'must name a type after "signal."');
  if (isLongerThan(type, LIMITS.type)) fields.refuse('event', `must name a type of at most ${LIMITS.type} characters`);
  return type;
}

function email(fields: FieldReader, data: JsonObject): string | null {
  const text = fields.text(data, 'email');
  if (text !== null && !/^[^\s@]+@[^\s@]+$/.test(text)) fields.refuse('data.email', 'must be an e-mail address');
  return text?.toLowerCase() ?? null;
}

function action(fields: FieldReader, data: JsonObject): SignalAction | null {
  const value = data['action'];
  if (value === undefined || value === null) return null;
  if (value === 'trigger' || value === 'resolve' || value === 'complete') return value;
  fields.refuse('data.action', 'must be "trigger", "resolve" or "complete"');
  return null;
}

function severity(fields: FieldReader, data: JsonObject): Severity | null {
  const value = data['severity'];
  if (value === undefined || value === null) return null;
  if (value === 1 || value === 2 || value === 3 || value === 4) return value;
  fields.refuse('data.severity', 'must be 1 (low), 2 (info), 3 (soon) or 4 (blocking)');
  return null;
}

/** Reads fields and collects all errors, so that an integrator sees them at once. */
class FieldReader {
  readonly errors: FieldError[] = [];
  private readonly sent = new Set<string>();

  text(data: JsonObject, name: keyof typeof LIMITS): string | null {
    const value = data[name];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') {
      this.sent.add(name);
      this.refuse(`data.${name}`, 'must be a string');
      return null;
    }
    const text = value.trim();
    if (text === '') return null;
    this.sent.add(name);
    if (isLongerThan(text, LIMITS[name])) this.refuse(`data.${name}`, `must have at most ${LIMITS[name]} characters`);
    return text;
  }

  hasNone(...names: string[]): boolean {
    return !names.some((name) => this.sent.has(name));
  }

  isRefused(field: string): boolean {
    return this.errors.some((error) => error.field === field);
  }

  refuse(field: string, message: string): void {
    this.errors.push({ field, message });
  }
}
