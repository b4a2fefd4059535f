import { ENTRY_BYTES, bytesOfWord } from '../bytes.js';

/**
 * Caches a value for each word, up to a number of bytes. Every comparison of two words uses it, so it does no more than
 * a map. It keeps no order of use, and drops all values when the next one would exceed the limit.
 */
export class BoundedMemo<Value extends string | ReadonlyArray<string | number>> {
  private readonly known = new Map<string, Value>();
  private used = 0;

  /** @param max the limit in bytes @param bytesOf the size of a value in bytes */
  constructor(
    private readonly max: number,
    private readonly make: (word: string) => Value,
    private readonly bytesOf: (value: Value) => number,
  ) {}

  get(word: string): Value {
    const remembered = this.known.get(word);
    if (remembered !== undefined) return remembered;
    const made = this.make(word);
    const bytes = ENTRY_BYTES + bytesOfWord(word) + this.bytesOf(made);
    if (this.used + bytes > this.max) {
      this.known.clear();
      this.used = 0;
    }
    if (bytes > this.max) return made;
    this.known.set(word, made);
    this.used += bytes;
    return made;
  }

  /** The estimated size of all cached words and values. */
  get bytes(): number {
    return this.used;
  }
}
