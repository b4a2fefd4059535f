import { errorCodeOf } from './error-code.js';

/**
 * True for an SQLSTATE by which PostgreSQL refuses the given values: a data exception (class 22), an integrity
 * constraint (23), a limit (54). The same statement with the same values fails again; with other values it may
 * succeed.
 */
export function isAboutValues(sqlState: string): boolean {
  return /^(?:22|23|54)/.test(sqlState);
}

/** True for an error of a statement whose values PostgreSQL refuses. */
export function isValuesError(error: unknown): error is Error {
  return isAboutValues(errorCodeOf(error));
}
