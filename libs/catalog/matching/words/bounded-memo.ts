import { ENTRY_BYTES, bytesOfWord } from '../bytes.js';

/**
 * Remembers a value for each word, up to a number of bytes. It is used in every comparison of two words, so it does no
 * more than a map: it keeps no order of use, and drops all values when the next one would exceed the limit.
 */
export class BoundedMemo<Value extends string | readonly number[]> {
  private readonly known = new Map<string, Value>();
  private taken = 0;

  /** @param max the limit in bytes @param bytesOf the size of a value in bytes */
  constructor(
    private readonly max: number,
    private readonly make: (word: string) => Value,
    private readonly bytesOf: (value: Value) => number,
  ) {}

  of(word: string): Value {
    const remembered = this.known.get(word);
    if (remembered !== undefined) return remembered;
    const made = this.make(word);
    const bytes = ENTRY_BYTES + bytesOfWord(word) + this.bytesOf(made);
    if (this.taken + bytes > this.max) {
      this.known.clear();
      this.taken = 0;
    }
    if (bytes > this.max) return made;
    this.known.set(word, made);
    this.taken += bytes;
    return made;
  }

  /** The estimated size of all remembered words and values. */
  get bytes(): number {
    return this.taken;
  }
}
