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

  /** @param settings the units of one course that are settings */
  add(settings: readonly Unit[]): void {
    for (const setting of new Set(settings.map(({ concepts: [concept] }) => concept))) {
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
