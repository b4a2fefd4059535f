import type { FailureKind } from '../drafts/failures.js';

interface Failure {
  /** Default: `unexpected`. */
  readonly kind?: FailureKind;
  /** Tokens that the attempt used all the same. */
  readonly tokens?: number;
  /** How long the provider asks to wait; null: it does not say. */
  readonly waitMs?: number | null;
  readonly cause?: unknown;
}

/** An attempt at a step failed. The message is for the tenant: it contains no key, address or answer of a provider. */
export class WritingFailed extends Error {
  readonly kind: FailureKind;
  readonly tokens: number;
  readonly waitMs: number | null;

  constructor(message: string, { kind = 'unexpected', tokens = 0, waitMs = null, cause }: Failure = {}) {
    super(message, { cause });
    this.name = 'WritingFailed';
    this.kind = kind;
    this.tokens = tokens;
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
