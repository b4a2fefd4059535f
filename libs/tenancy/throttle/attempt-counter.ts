/** A limit of attempts, counted by a key. */
export interface AttemptLimit {
  /** A hash, so that neither addresses nor names are stored. */
  readonly key: string;
  /** Attempts allowed within the window. */
  readonly limit: number;
  /** Length of the window, from its first attempt on. */
  readonly seconds: number;
}

/** The attempts of the current window, this one included, and the seconds until it ends. */
export interface AttemptCount {
  readonly attempts: number;
  readonly secondsLeft: number;
}

/** Counts attempts across all processes. */
export interface AttemptCounter {
  /** Adds one attempt to a counter. */
  add(limit: AttemptLimit): Promise<AttemptCount>;
  /** Removes one attempt from each counter. */
  subtract(all: readonly AttemptLimit[]): Promise<void>;
}
