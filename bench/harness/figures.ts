export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The value that a share of all are below; 0 where there are none. */
export function percentile(values: ArrayLike<number> & Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).toSorted();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Of two things that took turns, how one compares with the other. */
export interface Ratio {
  /** Median of the rounds' ratios: both sides of each were measured next to one another. */
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** @param ours one figure a round, as many as `theirs` */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Ratio {
  const ratios = ours.map((figure, round) => figure / (theirs[round] ?? Number.NaN));
  return { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
}

export function ratioText({ median: middle, lowest, highest }: Ratio): string {
  return `${middle.toFixed(2)} × (rounds ${lowest.toFixed(2)}–${highest.toFixed(2)})`;
}
