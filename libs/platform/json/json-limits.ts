/** Bounds of a JSON text, checked in one pass before it is parsed. */
export interface JsonLimits {
  /** Levels of nesting. */
  readonly depth: number;
  /** Fields of any one object. */
  readonly fields: number;
  /** Elements of arrays and fields of objects, all levels together. */
  readonly values: number;
}

/** A JSON text that exceeds a bound, or that two systems could read differently. */
export class JsonRuleError extends Error {
  constructor(
    /** Path of the value: `data.payload.note`; `body` where the rule is about the text as a whole. */
    readonly field: string,
    readonly rule: string,
  ) {
    super(`${field}: ${rule}`);
  }
}
