export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** A percentile; 0 without values. */
export function percentile(values: ArrayLike<number> & Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).toSorted();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The ratio of two alternating measurements. */
export interface Ratio {
  /** Median of the ratios of each round, whose two sides were measured one after the other. */
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** @param ours one figure for each round, as many as `theirs` */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Ratio {
  const ratios = ours.map((figure, round) => figure / (theirs[round] ?? Number.NaN));
  return { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
}

export function ratioText({ median: middle, lowest, highest }: Ratio): string {
  return `${middle.toFixed(2)} × (rounds ${lowest.toFixed(2)}–${highest.toFixed(2)})`;
}
