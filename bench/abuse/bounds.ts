/** How long the neighbour may wait for an answer while an attack runs. */
export interface Bound {
  /** Milliseconds on a machine that does nothing else: what the benchmark marks. */
  readonly aimMs: number;
  /** Milliseconds that fail a test or the benchmark, for an engine that never waits for a processor. */
  readonly assertedMs: number;
}

export const USUAL: Bound = { aimMs: 100, assertedMs: 600 };

/** For attacks that move tens of megabytes, which costs the machine as much as the engine. */
export const HEAVY: Bound = { aimMs: 250, assertedMs: 1_000 };
