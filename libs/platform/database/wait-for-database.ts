import type { Logger } from '@nestjs/common';
import { NotReadyYet, waitFor } from '../lifecycle/index.js';
import { messageOf } from '../thrown/index.js';
import { isUnreachable } from './availability.js';
import { DatabaseUnavailable } from './pipeline.js';

/**
 * Repeats `work`, which a process needs before it can start, until PostgreSQL answers. The time limits of requests do
 * not apply here, because a starting process has no client that could retry. Logs what it waits for.
 * @throws every other error: waiting does not fix it
 */
export function waitForDatabase<Result>(log: Logger, work: () => Promise<Result>): Promise<Result> {
  const attempt = (): Promise<Result> =>
    work().catch((error: unknown) => {
      throw error instanceof DatabaseUnavailable || isUnreachable(error)
        ? new NotReadyYet(`PostgreSQL does not answer: ${messageOf(error)}`)
        : error;
    });
  return waitFor(attempt, (what) => log.warn(`waiting: ${what}`));
}
