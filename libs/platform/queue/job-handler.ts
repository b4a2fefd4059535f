import { Processor, WorkerHost } from '@nestjs/bullmq';
import {
  type BeforeApplicationShutdown,
  Inject,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Job } from 'bullmq';
import { within } from '../lifecycle/index.js';
import { REDIS, type RedisClient } from '../redis/index.js';
import { withLogFields } from '../telemetry/index.js';
import type { JobContract, QueueContract } from './job.js';
import { QueueDepth, jobFailed, watchFailures } from './queue.metrics.js';
import { WORKER_OPTIONS } from './queue.module.js';

const ANSWER_WITHIN_MS = 500;

/**
 * Marks the class that handles a job. Only `*.jobs.module.ts` provides such classes, so that the api never runs one.
 */
export const Handles = (job: QueueContract): ClassDecorator =>
  Processor(job.queue, { ...WORKER_OPTIONS, concurrency: job.concurrency });

/** Base of all handlers: parses the payload by the job's contract, and leaves failures to BullMQ's retries. */
export abstract class JobHandler<Payload extends object>
  extends WorkerHost
  implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown
{
  protected readonly log = new Logger(this.constructor.name);

  protected abstract readonly job: JobContract<Payload>;

  @Inject(QueueDepth) private readonly depth: QueueDepth;

  // Nest does not assign the property if the provided value is null.
  @Inject(REDIS) private readonly redis: RedisClient | null = null;

  private stopped: Promise<void> = Promise.resolve();

  /** @param sentAt in milliseconds since the epoch */
  protected abstract handle(payload: Payload, sentAt: number): Promise<void>;

  /** A worker whose store is unavailable logs it once a second, and continues when it is back. */
  onApplicationBootstrap(): void {
    this.worker.on('error', (error) => this.log.debug(`queue ${this.job.queue}: ${error.message}`));
    watchFailures(this.job.queue);
    this.worker.on('failed', (job, error) => {
      jobFailed(this.job.queue);
      this.log.warn({ job: `${this.job.queue}/${job?.id}`, attempt: job?.attemptsMade, err: error }, 'a job failed');
    });
    this.depth.watch();
    this.worker
      .run()
      .catch((error: unknown) => this.log.error({ err: error }, `queue ${this.job.queue} has no worker`));
  }

  /** Stops the worker from taking jobs, so that all handlers finish their last jobs at the same time. */
  onModuleDestroy(): void {
    this.stopped = this.stop();
    // A later step of the shutdown awaits it; until then, a rejection would be unhandled.
    this.stopped.catch(() => undefined);
  }

  /**
   * Nest closes the queues after this hook. A job that still ran would then wait two seconds to send its next job, and
   * lose it.
   */
  beforeApplicationShutdown(): Promise<void> {
    return this.stopped;
  }

  /** BullMQ would wait forever to disconnect from an unavailable Redis. Unfinished work is still in the database. */
  private async stop(): Promise<void> {
    const isForced = this.redis !== null && !(await answers(this.redis));
    await this.worker.close(isForced);
  }

  override async process({ id, data, timestamp }: Job<unknown>): Promise<void> {
    await withLogFields({ job: `${this.job.queue}/${id}` }, () => this.handle(this.job.parse(data), timestamp));
  }
}

/** Sends a command, because the state of the connection does not show at once that Redis is unavailable. */
function answers(redis: RedisClient): Promise<boolean> {
  return within(ANSWER_WITHIN_MS, redis.ping()).then(
    () => true,
    () => false,
  );
}
