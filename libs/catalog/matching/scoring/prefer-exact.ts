import type { Rating } from './rate.js';

/** From here on a course is one that could be meant. */
const COULD_BE_MEANT = 0.45;
/** What is left of the score of a course that is less close, where there is a closer one. */
const LESS = 0.75;

/**
 * Where a library has a course on the very thing, a broader one is not what was asked for: "Reach Truck Conversion"
 * comes before "Forklift". Where it has one in the topic's own words, one in other words is not: "Strimmers" before
 * "Ride-on Mower".
 */
export function preferExact<Rated extends Rating>(ratings: readonly Rated[]): readonly Rated[] {
  const closest = Math.max(...ratings.filter(({ score }) => score >= COULD_BE_MEANT).map(({ closeness }) => closeness));
  return ratings.map((rating) => (rating.closeness < closest ? { ...rating, score: rating.score * LESS } : rating));
}
