import { ENTRY_BYTES, NUMBER_BYTES, OBJECT_BYTES } from '../bytes.js';

const EMPTY: readonly number[] = [];

/** Positions of courses in a library, in ascending order, by key. Most keys have one. */
export class Postings {
  private readonly places = new Map<string, number | number[]>();

  /** @returns the memory that the entry needs without the key, in bytes */
  add(key: string, place: number): number {
    const known = this.places.get(key);
    if (known === undefined) {
      this.places.set(key, place);
      return ENTRY_BYTES;
    }
    if (typeof known === 'number') {
      if (known === place) return 0;
      this.places.set(key, [known, place]);
      return OBJECT_BYTES + 2 * NUMBER_BYTES;
    }
    if (known.at(-1) === place) return 0;
    known.push(place);
    return NUMBER_BYTES;
  }

  get(key: string): readonly number[] {
    const known = this.places.get(key) ?? EMPTY;
    return typeof known === 'number' ? [known] : known;
  }
}
