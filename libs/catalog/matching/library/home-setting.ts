import type { Unit } from '../reading/reading.js';

/** A setting named once may be a course of its own. */
const FEWEST = 2;
const SHARE = 0.6;

/**
 * The setting (a concept's id) that a library takes for granted: the one that most of what names a setting names. In a school's library
 * "in Schools" makes no other course, in a library for all trades "in Healthcare" does. Null where there is none.
 */
export function homeSetting(courses: ReadonlyArray<readonly Unit[]>): number | null {
  const counts = new Map<number, number>();
  let all = 0;
  for (const units of courses) {
    const named = new Set(units.filter(({ kind }) => kind === 'setting').map(({ concepts: [setting] }) => setting));
    for (const setting of named) {
      if (setting === undefined) continue;
      counts.set(setting, (counts.get(setting) ?? 0) + 1);
      all++;
    }
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most !== undefined && most[1] >= FEWEST && most[1] >= all * SHARE ? most[0] : null;
}
