import type { Unit } from '../parsing/parsed-name.js';
import { inOneList } from './in-one-list.js';
import type { Rating } from './rate-course.js';

const LIMITS: ReadonlySet<Unit['kind']> = new Set(['subject', 'word', 'setting', 'role']);

/**
 * Whether a course is on what prevents an event, and on nothing that limits it to other events: "Electrical Safety -
 * Isolation" is not for a machine that started, but "Conflict and Aggression" is for a threat.
 */
export function preventsEvent({ basis }: Rating): boolean {
  const match = basis?.comparison.matches.find(({ topic: { kind } }) => kind === 'mechanism');
  if (basis === null || match === undefined) return false;
  const { topic: event, course } = match;
  return basis.comparison.added.every(
    (unit) =>
      !LIMITS.has(unit.kind) || inOneList(unit, course) || unit.stems.every((stemmed) => event.stems.includes(stemmed)),
  );
}
