import type { FieldError } from '#platform/errors';
import { nearestName } from '#platform/text';

/** The fields of `data` that mean something, besides those that only the engine's readers of payloads look for. */
const KNOWN = [
  'type',
  'external_worker_id',
  'email',
  'learner_id',
  'site',
  'topic',
  'category',
  'severity',
  'dedupe_key',
  'action',
  'payload',
] as const;
const KNOWN_NAMES: ReadonlySet<string> = new Set(KNOWN);

/** A longer name is no slip of a known one. */
const MAX_NAME_LENGTH = Math.max(...KNOWN.map((name) => name.length)) + 2;

/** Limits for an event with many fields. */
const MAX_NAMES = 200;
const MAX_WARNINGS = 20;

/**
 * Warns of fields whose names look like slips of known ones ({@link nearestName}).
 */
export function fieldWarnings(data: Readonly<Record<string, unknown>>): FieldError[] {
  const warnings: FieldError[] = [];
  for (const name of Object.keys(data).slice(0, MAX_NAMES)) {
    if (KNOWN_NAMES.has(name) || name.length > MAX_NAME_LENGTH) continue;
    const meant = nearestName(name, KNOWN);
    if (meant === undefined) continue;
    warnings.push({ field: `data.${name}`, message: `is not a known field: did you mean "${meant}"?` });
    if (warnings.length === MAX_WARNINGS) break;
  }
  return warnings;
}
