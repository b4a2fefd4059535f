import type { CommandError } from '../report.js';

/** One thing that the doctor looked at. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'failed' | 'skipped';
  /** What was seen, and where it failed, what to do. */
  readonly detail: string;
}

export const ok = (name: string, detail: string): Check => ({ name, status: 'ok', detail });

/** @param seen what was found; @param advice what to do about it */
export const failed = (name: string, seen: string, advice: string): Check => ({
  name,
  status: 'failed',
  detail: `${seen}: ${advice}`,
});

/** For what failed with an error that says what to do by itself. */
export const because = (name: string, error: CommandError): Check => ({
  name,
  status: 'failed',
  detail: error.message,
});

/** For what cannot be looked at while something before it fails. */
export const skipped = (name: string, detail: string): Check => ({ name, status: 'skipped', detail });
