import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { JobContract, QueueContract } from './job.js';
import { WORKER_OPTIONS } from './queue.module.js';

/** Marks the class that handles a job; only `*.jobs.module.ts` wires such classes, so that the api never runs one. */
export const Handles = (job: QueueContract): ClassDecorator => Processor(job.queue, { ...WORKER_OPTIONS, concurrency: job.concurrency });

/** Base of all handlers: reads the payload back by the job's own contract, and leaves failures to BullMQ's retries. */
export abstract class JobHandler<Payload extends object> extends WorkerHost {
  protected readonly log = new Logger(this.constructor.name);

  protected abstract readonly job: JobContract<Payload>;

  protected abstract handle(payload: Payload): Promise<void>;

  override async process({ data }: Job<unknown>): Promise<void> {
    await this.handle(this.job.parse(data));
  }
}
