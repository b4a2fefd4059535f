interface Failure {
  /** Tokens that the attempt used all the same. */
  readonly tokens?: number;
  /** Attempts at a step, after which the draft fails; the default is `write-drafts`'s own. */
  readonly maxAttempts?: number;
  /** How long the provider asks to wait; null: it does not say. */
  readonly waitMs?: number | null;
  readonly cause?: unknown;
}

/** An attempt at a step failed. The message is for the tenant: it contains no key, address or answer of a provider. */
export class WritingFailed extends Error {
  readonly tokens: number;
  readonly maxAttempts: number | null;
  readonly waitMs: number | null;

  constructor(message: string, { tokens = 0, maxAttempts, waitMs = null, cause }: Failure = {}) {
    super(message, { cause });
    this.name = 'WritingFailed';
    this.tokens = tokens;
    this.maxAttempts = maxAttempts ?? null;
    this.waitMs = waitMs;
  }
}

/**
 * The provider is not called now, or its answer is not awaited: the step is tried later, and no attempt is counted.
 */
export class WritingPostponed extends Error {
  constructor(
    message: string,
    readonly waitMs: number,
    /** Tokens that were used all the same. */
    readonly tokens = 0,
  ) {
    super(message);
    this.name = 'WritingPostponed';
  }
}
