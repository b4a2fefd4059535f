/** The score of a course as the API shows it: with three decimals. @param score 0 to 1 */
export function shownScore(score: number): number {
  return Math.round(score * 1_000) / 1_000;
}
