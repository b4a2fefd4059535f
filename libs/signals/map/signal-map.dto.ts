import { IsBoolean, IsInt, IsObject, IsOptional, Max, Min } from 'class-validator';
import { type FieldError, Invalid } from '#platform/errors';
import { isJsonObject } from '#platform/json';
import { IfGiven, UNSTORABLE, isLongerThan, isStorable } from '#platform/text';
import type { Severity } from '../data-point.js';
import { ACTIONS_OF_TYPES, type ActionOfType, type SignalDefaults, type SignalMap } from './apply-signal-map.js';

const MAX_TYPES = 1_000;
/**
 * Limits of a body with a map. They exceed the limit of types, so that a map with too many is refused with a clear
 * error.
 */
export const SIGNAL_MAP_BODY = { kib: 1_024, fields: 2 * MAX_TYPES, values: 8 * MAX_TYPES };
/** Of the name of an event. */
const PREFIX = 'signal.';
const MAX_LENGTHS = { topic: 255, category: 100 } as const;

export class SignalMapBody {
  /**
   * Signal type → defaults: `{"near_miss": {"topic": "Hazard Awareness", "category": "Toolbox", "severity": 4}}`.
   * Replaces the map; omitted: it stays.
   */
  @IfGiven()
  @IsObject()
  map?: Record<string, unknown>;

  /** Whether missing courses are drafted without being asked for. */
  @IsOptional()
  @IsBoolean()
  autoAuthor?: boolean;

  /** The number of people with the same topic at which a course is drafted. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000)
  autoAuthorThreshold?: number;
}

export class SignalDefaultsView {
  /**
   * The default action. Omitted: `complete` for the types `course_completed` and `training_completed`, `trigger` for
   * all others.
   */
  action?: ActionOfType;
  /** Topic of signals that name none. */
  topic?: string;
  /** Category of signals that name none. */
  category?: string;
  /** Severity of signals that have none: 1 low, 2 info, 3 soon, 4 blocking. */
  severity?: Severity;
}

export class SignalMapView {
  /** Defaults by type of signal. */
  map: Record<string, SignalDefaultsView>;
  /** Whether missing courses are drafted without being asked for. */
  autoAuthor: boolean;
  /** Number of people whose open needs share a topic from which a course is drafted. */
  autoAuthorThreshold: number;
  version: number;
  /** The actor of the last change: `user:<e-mail>`, `token:<name>`. Null: nobody has changed it, or it is not known. */
  changedBy: string | null;
  /** When it was changed last; null: never. */
  changedAt: string | null;
}

/**
 * Validates a map, whose keys are types of the tenant. The prefix `signal.` of a key is removed.
 * @throws Invalid with each wrong entry, for example `map.near_miss.severity`
 */
export function parseSignalMap(map: Record<string, unknown>): SignalMap {
  const errors: FieldError[] = [];
  const types = Object.entries(map);
  if (types.length > MAX_TYPES) errors.push({ field: 'map', message: `must have at most ${MAX_TYPES} types` });
  const parsed = types.map(([name, defaults]): [string, SignalDefaults] => {
    const type = typeOf(name);
    if (type !== name && Object.hasOwn(map, type))
      errors.push({ field: `map.${name}`, message: `is the same type as ${type}: give it once` });
    if (type === '' || type !== type.trim() || isLongerThan(type, 100)) {
      errors.push({
        field: `map.${type}`,
        message: 'must be named by a type of 1 to 100 characters without blanks around it',
      });
    }
    if (!isStorable(type)) errors.push({ field: `map.${type}`, message: UNSTORABLE });
    return [type, parseDefaults(`map.${type}`, defaults, errors)];
  });
  if (errors.length > 0) throw new Invalid(errors);
  return Object.fromEntries(parsed);
}

/** Events are named `signal.<type>`: the prefix is no part of the type. */
function typeOf(name: string): string {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
}

function parseDefaults(field: string, defaults: unknown, errors: FieldError[]): SignalDefaults {
  if (!isJsonObject(defaults)) {
    errors.push({ field, message: 'must be an object of topic, category, severity and action' });
    return {};
  }
  const parsed: { topic?: string; category?: string; severity?: Severity; action?: ActionOfType } = {};
  for (const [name, value] of Object.entries(defaults)) {
    if (value === null || value === undefined) continue;
    if (name === 'severity') {
      if (value === 1 || value === 2 || value === 3 || value === 4) parsed.severity = value;
      else errors.push({ field: `${field}.severity`, message: 'must be 1, 2, 3 or 4' });
    } else if (name === 'action') {
      const action = ACTIONS_OF_TYPES.find((known) => known === value);
      if (action !== undefined) parsed.action = action;
      else errors.push({ field: `${field}.action`, message: 'must be "trigger" or "complete"' });
    } else if (name === 'topic' || name === 'category') {
      const text = typeof value === 'string' ? value.trim() : '';
      if (text === '' || isLongerThan(text, MAX_LENGTHS[name]))
        errors.push({ field: `${field}.${name}`, message: `must be text of 1 to ${MAX_LENGTHS[name]} characters` });
      else if (!isStorable(text)) errors.push({ field: `${field}.${name}`, message: UNSTORABLE });
      else parsed[name] = text;
    } else
      errors.push({ field: `${field}.${name}`, message: 'is not known: use topic, category, severity and action' });
  }
  return parsed;
}
