import type { CommandError } from '../report.js';

/** One check of the doctor. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'failed' | 'skipped';
  /** What was found and, if it failed, what to do. */
  readonly detail: string;
}

export const ok = (name: string, detail: string): Check => ({ name, status: 'ok', detail });

/** @param seen what was found; @param advice what to do about it */
export const failed = (name: string, seen: string, advice: string): Check => ({
  name,
  status: 'failed',
  detail: `${seen}: ${advice}`,
});

/** A failure whose error already says what to do. */
export const because = (name: string, error: CommandError): Check => ({
  name,
  status: 'failed',
  detail: error.message,
});

/** A check that is not possible while an earlier one fails. */
export const skipped = (name: string, detail: string): Check => ({ name, status: 'skipped', detail });
