import type { Unit } from '../reading/reading.js';

/** A setting named once may be a course of its own. */
const FEWEST = 2;
const SHARE = 0.6;

/**
 * Finds the setting that a library takes for granted: the one that most of what names a setting names. In a school's
 * library "in Schools" makes no other course, in a library for all trades "in Healthcare" does.
 */
export class HomeSetting {
  private readonly counts = new Map<number, number>();
  private all = 0;

  /** @param units of all names of one course */
  add(units: readonly Unit[]): void {
    const named = new Set(units.filter(({ kind }) => kind === 'setting').map(({ concepts: [setting] }) => setting));
    for (const setting of named) {
      if (setting === undefined) continue;
      this.counts.set(setting, (this.counts.get(setting) ?? 0) + 1);
      this.all++;
    }
  }

  /** A concept's id, or null where there is none. */
  get concept(): number | null {
    const [most] = [...this.counts].toSorted(([, a], [, b]) => b - a);
    return most !== undefined && most[1] >= FEWEST && most[1] >= this.all * SHARE ? most[0] : null;
  }
}
