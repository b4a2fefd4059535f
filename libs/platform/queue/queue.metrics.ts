import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Readings, counter, gauge } from '../telemetry/index.js';
import { Queues } from './queues.js';

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

const depth = gauge({ name: 'queue_depth', help: 'Jobs in a queue, by their state.', labels: ['queue', 'state'] });
const failures = counter({
  name: 'job_failures_total',
  help: 'Failed attempts of jobs, whether or not they are retried.',
  labels: ['queue'],
});

/** Counts from 0: an increase over nothing would hide the first failure. */
export function watchFailures(queue: string): void {
  failures.inc({ queue }, 0);
}

export function jobFailed(queue: string): void {
  failures.inc({ queue });
}

/** BullMQ counts waiting jobs that have a priority separately. */
async function countsOf(queue: Queue): Promise<Record<string, number>> {
  const { prioritized = 0, waiting = 0, ...others } = await queue.getJobCounts(...STATES, 'prioritized');
  return { ...others, waiting: waiting + prioritized };
}

/** The number of jobs in each queue. Only workers report it, because every api process would query the same values. */
@Injectable()
export class QueueDepth {
  private watching = false;

  constructor(
    private readonly queues: Queues,
    private readonly readings: Readings,
  ) {}

  /** Starts the measurement. */
  watch(): void {
    if (!this.watching) this.readings.register([depth], () => this.read());
    this.watching = true;
  }

  private async read(): Promise<void> {
    const counted = await Promise.all(
      this.queues.all().map(async (queue) => ({ queue: queue.name, counts: await countsOf(queue) })),
    );
    for (const { queue, counts } of counted)
      for (const state of STATES) depth.set({ queue, state }, counts[state] ?? 0);
  }
}
