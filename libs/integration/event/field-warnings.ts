import { distance } from 'fastest-levenshtein';
import type { FieldError } from '#platform/errors';

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

/** Letters by which a slip differs. Of short names, two other letters are often another word: "site" and "date". */
const SLIP = 2;
const SLIP_OF_SHORT = 1;
const SHORT = 5;
const LONGEST = Math.max(...KNOWN.map((name) => name.length)) + SLIP;

/** Limits for an event with many fields. */
const MOST_NAMES = 200;
const MOST_WARNINGS = 20;

/**
 * Warns of fields whose names look like slips of known ones: within two letters (of a name of up to four letters, one), or
 * the same but for case and separators. Two neighbouring letters in the wrong order count as one.
 */
export function fieldWarnings(data: Readonly<Record<string, unknown>>): FieldError[] {
  const warnings: FieldError[] = [];
  for (const name of Object.keys(data).slice(0, MOST_NAMES)) {
    if (KNOWN_NAMES.has(name) || name.length > LONGEST) continue;
    const meant = KNOWN.find((known) => isSlip(name, known));
    if (meant === undefined) continue;
    warnings.push({ field: `data.${name}`, message: `is not a known field: did you mean "${meant}"?` });
    if (warnings.length === MOST_WARNINGS) break;
  }
  return warnings;
}

function isSlip(name: string, known: string): boolean {
  const bare = bareName(name);
  const bareKnown = bareName(known);
  if (bare === bareKnown || isSwapped(bare, bareKnown)) return true;
  return distance(bare, bareKnown) <= (bareKnown.length < SHORT ? SLIP_OF_SHORT : SLIP);
}

function bareName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** Two neighbouring letters in the wrong order, which a distance counts as two. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
