/**
 * How many attempts at a step may fail in the same way before its draft fails. Each way is counted by itself: an outage
 * does not use up the attempts that a wrong answer has. A provider that is unavailable may recover: the waits between
 * ten attempts add up to two minutes. A provider that accepts the connection and does not answer costs half a minute
 * each time. An unusable answer costs tokens each time, a refused key stays refused, and a step that the writer does not
 * have is not there the next time, either. A step with which a worker was lost would end other work, too.
 */
export const MAX_ATTEMPTS = {
  unavailable: 10,
  silent: 5,
  unusable: 4,
  refused: 3,
  unknownStep: 1,
  lost: 10,
  other: 5,
} as const;

export type FailureKind = keyof typeof MAX_ATTEMPTS;

interface Failure {
  /** Default: `other`. */
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

  constructor(message: string, { kind = 'other', tokens = 0, waitMs = null, cause }: Failure = {}) {
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
