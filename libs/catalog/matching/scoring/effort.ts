/**
 * How many pairs of units, one of the topic and one of a course's name, are compared for one topic. No topic of the
 * sets in docs/matching.md needed more than 2,207.
 */
const MAX_PAIRS = 40_000;
/** What one comparison of two names costs in addition, in pairs. */
const PAIRS_A_COMPARISON = 16;

/**
 * The remaining work for one topic. It limits the time of a match to some milliseconds, whatever the names are. Equal
 * names and codes are found without it.
 */
export class Effort {
  private left = MAX_PAIRS;

  /** Whether a name may still be compared with the topic; if so, the comparison is subtracted. */
  allows(topicUnits: number, nameUnits: number): boolean {
    const pairs = topicUnits * nameUnits + PAIRS_A_COMPARISON;
    if (pairs > this.left) return false;
    this.left -= pairs;
    return true;
  }
}
