const FIRST_SIZE = 1_024;
/** Words of a slot: the two halves of the hash, and the row. */
const SLOT = 3;

/**
 * The first row of each key of an import, in 24 to 48 bytes a key: a file has up to a million rows, and its texts are
 * not kept. Keys are compared by a hash of 64 bits: among two million, two different ones have the same with a
 * probability of about 1 to 10 million.
 */
export class FirstRows {
  private slots = new Uint32Array(FIRST_SIZE * SLOT);
  private count = 0;

  /** Stores a row, unless an earlier one has the same key. @returns that earlier row; null: there is none */
  claim(key: string, row: number): number | null {
    if (this.count * 2 >= this.slots.length / SLOT) this.grow();
    const [high, low] = hashOf(key);
    return this.put(high, low, row);
  }

  private put(high: number, low: number, row: number): number | null {
    const size = this.slots.length / SLOT;
    for (let slot = low % size; ; slot = (slot + 1) % size) {
      const at = slot * SLOT;
      const known = this.slots[at + 2] ?? 0;
      if (known === 0) {
        this.slots.set([high, low, row], at);
        this.count++;
        return null;
      }
      if (this.slots[at] === high && this.slots[at + 1] === low) return known;
    }
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Uint32Array(before.length * 2);
    this.count = 0;
    for (let at = 0; at < before.length; at += SLOT) {
      const row = before[at + 2] ?? 0;
      if (row !== 0) this.put(before[at] ?? 0, before[at + 1] ?? 0, row);
    }
  }
}

/** Two hashes of 32 bits (cyrb53 by bryc, in the public domain, without its last step). */
function hashOf(text: string): [high: number, low: number] {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2_654_435_761);
    two = Math.imul(two ^ unit, 1_597_334_677);
  }
  const high = mixed(one, two);
  const low = mixed(two, one);
  return [high, low];
}

function mixed(one: number, two: number): number {
  return (Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909)) >>> 0;
}
