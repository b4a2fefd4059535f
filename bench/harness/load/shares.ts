import type { Fleet } from '../world.js';

/** Which of some tenants sends an event: each with its share. */
export class Shares {
  /** The shares of the tenants up to each one, together; of the last one 1. */
  private readonly upTo: readonly number[];

  constructor(
    private readonly tenants: readonly number[],
    spread: Fleet['spread'],
  ) {
    const weights = tenants.map((_, index) => (spread === 'even' ? 1 : 1 / (index + 1)));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    let sum = 0;
    this.upTo = weights.map((weight) => (sum += weight) / all);
  }

  /** @param share from 0 to 1 */
  at(share: number): number {
    let low = 0;
    let high = this.upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.upTo[middle] ?? 1) > share) high = middle;
      else low = middle + 1;
    }
    return this.tenants[low] ?? 0;
  }
}
