/** Limits of a JSON text, checked in one pass before it is parsed. */
export interface JsonLimits {
  /** Levels of nesting. */
  readonly depth: number;
  /** Of each object. */
  readonly fields: number;
  /** Elements of arrays and fields of objects, at all levels together. */
  readonly values: number;
  /**
   * The exponents of all numbers together, without their signs, unless the text is longer; omitted: no limit.
   * PostgreSQL writes `1e-16000`, which is zero for JavaScript, with 16,000 digits.
   */
  readonly exponents?: number;
}

/** A JSON text that exceeds a limit, or that two parsers could read differently. */
export class JsonRuleError extends Error {
  constructor(
    /** Path of the value: `data.payload.note`; `body` if the rule is about the whole text. */
    readonly field: string,
    readonly rule: string,
  ) {
    super(`${field}: ${rule}`);
  }
}
