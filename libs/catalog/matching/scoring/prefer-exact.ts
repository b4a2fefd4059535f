import type { Rating } from './rate.js';

/** From here on a course on the very thing is one that could be meant. */
const COULD_BE_MEANT = 0.4;
/** What is left of the score of a course on something broader or close, where there is one on the very thing. */
const LESS = 0.75;

/** Where a library has a course on the very thing, a broader one is not what was asked for: "Reach Truck Conversion" comes before "Forklift". */
export function preferExact<Rated extends Rating>(ratings: readonly Rated[]): readonly Rated[] {
  if (!ratings.some(({ score, isExact }) => isExact && score >= COULD_BE_MEANT)) return ratings;
  return ratings.map((rating) => (rating.isExact ? rating : { ...rating, score: rating.score * LESS }));
}
