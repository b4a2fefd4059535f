/** Tries of one kind, by whoever the key stands for. */
export interface AttemptLimit {
  /** A hash: neither addresses nor names are kept. */
  readonly key: string;
  /** So many are allowed… */
  readonly limit: number;
  /** …in so many seconds from the first one on. */
  readonly seconds: number;
}

/** How many there were in the running window, this one included, and the seconds until it ends. */
export interface AttemptCount {
  readonly tries: AttemptLimit;
  readonly attempts: number;
  readonly secondsLeft: number;
}

/** Counts tries for all processes together. */
export interface AttemptCounter {
  /** Counts one more of each. */
  add(all: readonly AttemptLimit[]): Promise<AttemptCount[]>;
  /** Counts one less of each. */
  giveBack(all: readonly AttemptLimit[]): Promise<void>;
}
