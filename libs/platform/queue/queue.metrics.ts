import { Injectable } from '@nestjs/common';
import { Readings, counter, gauge } from '../telemetry/index.js';
import { Queues } from './queues.js';

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

const depth = gauge({ name: 'queue_depth', help: 'Jobs in a queue, by their state.', labels: ['queue', 'state'] });
const failures = counter({
  name: 'job_failures_total',
  help: 'Tries of jobs that failed, whether or not they are tried again.',
  labels: ['queue'],
});

export function jobFailed(queue: string): void {
  failures.inc({ queue });
}

/** How many jobs each queue holds, as the workers tell: the store would only be asked the same by every api process. */
@Injectable()
export class QueueDepth {
  private watching = false;

  constructor(
    private readonly queues: Queues,
    private readonly readings: Readings,
  ) {}

  /** From now on. */
  watch(): void {
    if (!this.watching) this.readings.register([depth], () => this.read());
    this.watching = true;
  }

  private async read(): Promise<void> {
    const counted = await Promise.all(
      this.queues.all().map(async (queue) => ({ queue: queue.name, counts: await queue.getJobCounts(...STATES) })),
    );
    for (const { queue, counts } of counted)
      for (const state of STATES) depth.set({ queue, state }, counts[state] ?? 0);
  }
}
