import { Injectable, Logger } from '@nestjs/common';
import { within } from '../lifecycle/index.js';
import { messageOf } from '../thrown/index.js';
import { type JobContract, type WakePayload, wakePayloads } from './job.js';
import { Queues } from './queues.js';

const SEND_TIMEOUT_MS = 2_000;

/** A queue with more waiting jobs than this is long: a sweep adds jobs to it only once in five minutes. */
const FEW_JOBS = 100;
const ADDED_AGAIN_MS = 300_000;

/** The maximum number of tenants that one job names. */
const MAX_NAMED = 64;
/**
 * How long a count of the waiting jobs is reused. For no longer than that, jobs that are never merged are added to a
 * queue that has become long.
 */
const COUNTED_FOR_MS = 1_000;

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
  /** Whether a queue is long, by its name, and when that was counted (`performance.now()`). */
  private readonly counted = new Map<string, { readonly at: number; readonly isLong: Promise<boolean> }>();

  constructor(private readonly queues: Queues) {}

  /**
   * Sends the jobs of a sweep, most of which were sent before. If the queue is long and the jobs are many, it sends
   * them only once in five minutes, because adding jobs repeatedly would take longer than running them. A lost job is
   * sent again then at the latest. A sweep passes all its jobs in one call: a second call would find those of the first
   * waiting.
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

  /**
   * Wakes the work on tenants for which something has just been stored. One job names all of them, because a job costs
   * the queue more time than a tenant costs a worker. Such a job is never merged with a waiting one. While the queue is
   * long, as in an outage of the workers, it sends jobs that are merged instead.
   */
  async wake(job: JobContract<WakePayload>, tenantIds: readonly string[]): Promise<boolean> {
    const isNamed = tenantIds.length > 1 && tenantIds.length <= MAX_NAMED && !(await this.isLong(job.queue));
    return this.send(job, isNamed ? [{ tenantIds }] : wakePayloads(tenantIds));
  }

  /** @returns whether the queue accepted the jobs within two seconds */
  async send<Payload extends object>(job: JobContract<Payload>, payloads: readonly Payload[]): Promise<boolean> {
    const added = this.add(job, payloads);
    try {
      await within(SEND_TIMEOUT_MS, added);
      this.failing = false;
      return true;
    } catch (error) {
      if (!this.failing) this.log.warn(`the queue ${job.queue} accepts no jobs: ${messageOf(error)}`);
      this.failing = true;
      return false;
    }
  }

  /**
   * Adds a single job by itself: in PostgreSQL, BullMQ's bulk insertion of jobs that are not merged creates two
   * temporary tables, which takes five times as long as adding one job, and leaves dead rows in the catalogs.
   */
  private add<Payload extends object>(job: JobContract<Payload>, payloads: readonly Payload[]): Promise<unknown> {
    const queue = this.queues.get(job.queue);
    const [first, ...others] = payloads;
    return first === undefined || others.length > 0
      ? queue.addBulk(payloads.map((data) => ({ name: job.queue, data, opts: optionsOf(job, data) })))
      : queue.add(job.queue, first, optionsOf(job, first));
  }

  private isLong(queue: string): Promise<boolean> {
    const now = performance.now();
    const known = this.counted.get(queue);
    if (known !== undefined && now - known.at < COUNTED_FOR_MS) return known.isLong;
    const isLong = this.hasManyJobs(queue);
    this.counted.set(queue, { at: now, isLong });
    return isLong;
  }

  private hasManyJobs(queue: string): Promise<boolean> {
    return within(SEND_TIMEOUT_MS, this.queues.get(queue).getWaitingCount()).then(
      (count) => count > FEW_JOBS,
      () => false,
    );
  }
}

function optionsOf<Payload extends object>(job: JobContract<Payload>, payload: Payload): object {
  const id = job.deduplicationId(payload);
  return {
    attempts: job.attempts,
    priority: job.priority?.(payload) ?? 0,
    backoff: { type: 'exponential', delay: job.backoffMs },
    ...(id === null ? {} : { deduplication: { id, keepLastIfActive: true } }),
    removeOnComplete: true,
    removeOnFail: { count: KEPT_FAILED_JOBS },
  };
}
