/** How long the neighbour may wait for a response while an attack runs. */
export interface Bound {
  /** Milliseconds on an idle machine: the benchmark marks longer waits. */
  readonly aimMs: number;
  /** Milliseconds beyond which a test or the benchmark fails, for an engine that never waits for a processor. */
  readonly assertedMs: number;
}

export const USUAL: Bound = { aimMs: 100, assertedMs: 600 };

/** For attacks that move tens of megabytes, which load the machine as much as the engine. */
export const HEAVY: Bound = { aimMs: 250, assertedMs: 1_000 };
