import { getQueueToken } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import type { JobContract } from './job.js';

const SEND_TIMEOUT_MS = 2_000;

/** Sends jobs to their queues. A queue that cannot be reached costs a logged line and never an exception: what matters is in the database. */
@Injectable()
export class JobSender {
  private readonly log = new Logger(JobSender.name);
  private readonly queues = new Map<string, Queue>();
  private failing = false;

  constructor(private readonly modules: ModuleRef) {}

  /** @returns whether the queue took the jobs, within two seconds */
  async send<Payload extends object>(job: JobContract<Payload>, payloads: readonly Payload[]): Promise<boolean> {
    const added = this.queue(job.queue).addBulk(payloads.map((payload) => ({ name: job.queue, data: payload, opts: optionsOf(job, payload) })));
    try {
      await within(SEND_TIMEOUT_MS, added);
      this.failing = false;
      return true;
    } catch (error) {
      if (!this.failing) this.log.warn(`the queue ${job.queue} takes no jobs: ${error instanceof Error ? error.message : String(error)}`);
      this.failing = true;
      return false;
    }
  }

  /** Resolves where the queue's store answers. */
  async ping(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.getJobCountByTypes('waiting')));
  }

  private queue(name: string): Queue {
    const queue = this.queues.get(name) ?? this.modules.get<Queue>(getQueueToken(name), { strict: false });
    this.queues.set(name, queue);
    return queue;
  }
}

function optionsOf<Payload extends object>(job: JobContract<Payload>, payload: Payload): object {
  return {
    attempts: job.attempts,
    backoff: { type: 'exponential', delay: job.backoffMs },
    deduplication: { id: job.deduplicationId(payload), keepLastIfActive: true },
    removeOnComplete: true,
    removeOnFail: { count: 1_000 },
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
