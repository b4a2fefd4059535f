import type { Unit } from '../parsing/parsed-name.js';

/** A setting that one course names may be a course of its own. */
const MIN_COURSES = 2;
const MIN_SHARE = 0.6;

/**
 * Finds the default setting of a library: the one that most names with a setting have. In a school's library "in
 * Schools" makes no difference; in a library for all industries "in Healthcare" makes another course.
 */
export class DefaultSetting {
  private readonly counts = new Map<number, number>();
  private all = 0;

  /** @param units the units of all names of one course */
  add(units: readonly Unit[]): void {
    const named = new Set(units.filter(({ kind }) => kind === 'setting').map(({ concepts: [setting] }) => setting));
    for (const setting of named) {
      if (setting === undefined) continue;
      this.counts.set(setting, (this.counts.get(setting) ?? 0) + 1);
      this.all++;
    }
  }

  /** The id of the concept, or null. */
  get concept(): number | null {
    const [most] = [...this.counts].toSorted(([, a], [, b]) => b - a);
    return most !== undefined && most[1] >= MIN_COURSES && most[1] >= this.all * MIN_SHARE ? most[0] : null;
  }
}
