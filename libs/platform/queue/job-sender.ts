import { Injectable, Logger } from '@nestjs/common';
import { within } from '../lifecycle/index.js';
import type { JobContract } from './job.js';
import { Queues } from './queues.js';

const SEND_TIMEOUT_MS = 2_000;

/** How many failed jobs a queue keeps. */
export const KEPT_FAILED_JOBS = 1_000;

/**
 * Sends jobs to their queues. If a queue cannot be reached, it logs a line and never throws: the work itself is in
 * the database.
 */
@Injectable()
export class JobSender {
  private readonly log = new Logger(JobSender.name);
  private failing = false;

  constructor(private readonly queues: Queues) {}

  /** @returns whether the queue accepted the jobs within two seconds */
  async send<Payload extends object>(job: JobContract<Payload>, payloads: readonly Payload[]): Promise<boolean> {
    const added = this.queues
      .get(job.queue)
      .addBulk(payloads.map((payload) => ({ name: job.queue, data: payload, opts: optionsOf(job, payload) })));
    try {
      await within(SEND_TIMEOUT_MS, added);
      this.failing = false;
      return true;
    } catch (error) {
      if (!this.failing)
        this.log.warn(
          `the queue ${job.queue} accepts no jobs: ${error instanceof Error ? error.message : String(error)}`,
        );
      this.failing = true;
      return false;
    }
  }
}

function optionsOf<Payload extends object>(job: JobContract<Payload>, payload: Payload): object {
  return {
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: job.backoffMs },
    deduplication: { id: job.deduplicationId(payload), keepLastIfActive: true },
    removeOnComplete: true,
    removeOnFail: { count: KEPT_FAILED_JOBS },
  };
}
