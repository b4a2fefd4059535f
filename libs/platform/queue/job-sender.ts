import { Injectable, Logger } from '@nestjs/common';
import { within } from '../lifecycle/index.js';
import type { JobContract } from './job.js';
import { Queues } from './queues.js';

const SEND_TIMEOUT_MS = 2_000;

/** A sweep adds no jobs to a queue in which more than these wait, but once in five minutes. */
const FEW_JOBS = 100;
const ADDED_AGAIN_MS = 300_000;

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
  /** When a sweep last added many jobs to a queue, by its name (`performance.now()`). */
  private readonly addedAgainAt = new Map<string, number>();

  constructor(private readonly queues: Queues) {}

  /**
   * Sends the jobs of a sweep, most of which have been sent before. Sends none of many while many wait, since adding jobs
   * again and again would take longer than doing them. A lost one of a long backlog is added after five minutes at the latest.
   * A sweep calls it once with all its jobs: of several calls, the later ones would find those of the first waiting.
   */
  async sendAgain<Payload extends object>(job: JobContract<Payload>, payloads: readonly Payload[]): Promise<void> {
    if (payloads.length === 0) return;
    if (payloads.length > FEW_JOBS) {
      const now = performance.now();
      const isOverdue = now - (this.addedAgainAt.get(job.queue) ?? -Infinity) >= ADDED_AGAIN_MS;
      if (!isOverdue && (await this.hasManyJobs(job.queue))) return;
      this.addedAgainAt.set(job.queue, now);
    }
    await this.send(job, payloads);
  }

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

  private hasManyJobs(queue: string): Promise<boolean> {
    return within(SEND_TIMEOUT_MS, this.queues.get(queue).getWaitingCount()).then(
      (count) => count > FEW_JOBS,
      () => false,
    );
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
