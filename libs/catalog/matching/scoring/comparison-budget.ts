/**
 * Limit of pairs of units (one of the topic, one of a course's name) that are compared for one topic. No topic of the
 * sets in docs/matching.md needed more than 2,207.
 */
const MAX_PAIRS = 40_000;
/** The fixed cost of a comparison of two names, in pairs. */
const PAIRS_PER_COMPARISON = 16;

/**
 * The remaining comparisons for one topic. It limits the time of a match to a few milliseconds for any names. Equal
 * names and codes are found without it.
 */
export class ComparisonBudget {
  private left = MAX_PAIRS;

  /** Subtracts a comparison. @returns false if the budget does not allow it */
  spend(topicUnits: number, nameUnits: number): boolean {
    const pairs = topicUnits * nameUnits + PAIRS_PER_COMPARISON;
    if (pairs > this.left) return false;
    this.left -= pairs;
    return true;
  }
}
