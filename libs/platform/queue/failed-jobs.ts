import { Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Problem } from '../errors/index.js';
import { within } from '../lifecycle/index.js';
import { messageOf } from '../thrown/index.js';
import { tenantPayloadOf } from './job.js';
import { KEPT_FAILED_JOBS } from './job-sender.js';
import { Queues } from './queues.js';

const TIMEOUT_MS = 5_000;

/** A job that has failed in all its attempts. */
export interface FailedJob {
  readonly queue: string;
  /** Unique within its queue. */
  readonly id: string;
  readonly name: string;
  /** Null: the job belongs to no tenant. */
  readonly tenantId: string | null;
  readonly attempts: number;
  readonly error: string;
  readonly failedAt: Date;
}

/** 503: the store of the queue does not answer. */
class QueueUnavailable extends Problem {
  constructor(reason: unknown) {
    super(503, 'queue_unavailable', `the queue cannot be read: ${messageOf(reason)}`);
  }
}

/** Reads the queues for jobs that failed in all their attempts. Each queue keeps its latest thousand. */
@Injectable()
export class FailedJobs {
  constructor(private readonly queues: Queues) {}

  /** All of them, latest first. @throws QueueUnavailable */
  async list(): Promise<FailedJob[]> {
    return (await this.read()).map(({ view }) => view);
  }

  /**
   * Runs the chosen jobs again, with all their attempts.
   * @returns those that run; another caller may have retried some before
   * @throws QueueUnavailable
   */
  async retry(choose: (job: FailedJob) => boolean): Promise<FailedJob[]> {
    const retried: FailedJob[] = [];
    for (const { job, view } of (await this.read()).filter((failed) => choose(failed.view))) {
      if (await this.retryOne(job)) retried.push(view);
    }
    return retried;
  }

  private async retryOne(job: Job): Promise<boolean> {
    try {
      await within(TIMEOUT_MS, job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true }));
      return true;
    } catch (error) {
      if (await within(TIMEOUT_MS, job.isFailed()).catch(() => true)) throw new QueueUnavailable(error);
      return false;
    }
  }

  private async read(): Promise<Array<{ job: Job; view: FailedJob }>> {
    try {
      const jobs = await within(
        TIMEOUT_MS,
        Promise.all(this.queues.all().map((queue) => queue.getFailed(0, KEPT_FAILED_JOBS - 1))),
      );
      return jobs
        .flat()
        .map((job) => ({ job, view: viewOf(job) }))
        .toSorted((one, other) => other.view.failedAt.getTime() - one.view.failedAt.getTime());
    } catch (error) {
      throw new QueueUnavailable(error);
    }
  }
}

function viewOf(job: Job): FailedJob {
  return {
    queue: job.queueName,
    id: job.id ?? '',
    name: job.name,
    tenantId: tenantPayloadOf(job.data)?.tenantId ?? null,
    attempts: job.attemptsMade,
    error: job.failedReason,
    failedAt: new Date(job.finishedOn ?? job.timestamp),
  };
}
