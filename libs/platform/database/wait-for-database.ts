import type { Logger } from '@nestjs/common';
import { NotReadyYet, waitFor } from '../lifecycle/index.js';
import { isUnreachable, reasonOf } from './availability.js';
import { DatabaseUnavailable } from './pipeline.js';

/**
 * Does what a process needs of PostgreSQL before it can begin, as often as it takes: the time limits are those of
 * requests, whose senders can come back, and a process that starts has nobody to tell. What it waits for is in the log.
 * @throws whatever waiting would not mend
 */
export function waitForDatabase<Result>(log: Logger, work: () => Promise<Result>): Promise<Result> {
  const attempt = (): Promise<Result> =>
    work().catch((error: unknown) => {
      throw error instanceof DatabaseUnavailable || isUnreachable(error)
        ? new NotReadyYet(`PostgreSQL does not answer: ${reasonOf(error)}`)
        : error;
    });
  return waitFor(attempt, (what) => log.warn(`waiting: ${what}`));
}
