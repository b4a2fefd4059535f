import type { Rating } from './rate-course.js';

/** The score from which a course may be the right one. */
const MIN_SCORE = 0.45;
/** The factor for a course that is less close than another one. */
const LESS_CLOSE_FACTOR = 0.75;

/**
 * If a library has a course on the topic itself, lowers the scores of broader ones: "Reach Truck Conversion" comes
 * before "Forklift". If it has one in the topic's words, lowers those in other words: "Strimmers" comes before "Ride-on
 * Mower".
 */
export function preferClosest<Rated extends Rating>(ratings: readonly Rated[]): readonly Rated[] {
  const closest = Math.max(...ratings.filter(({ score }) => score >= MIN_SCORE).map(({ closeness }) => closeness));
  return ratings.map((rating) =>
    rating.closeness < closest ? { ...rating, score: rating.score * LESS_CLOSE_FACTOR } : rating,
  );
}
