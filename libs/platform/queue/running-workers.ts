import { Injectable } from '@nestjs/common';
import { within } from '../lifecycle/index.js';
import { Queues } from './queues.js';

const ANSWER_WITHIN_MS = 1_500;

/** Whether a worker process runs, whichever process asks. */
@Injectable()
export class RunningWorkers {
  constructor(private readonly queues: Queues) {}

  /**
   * Every worker process takes jobs of all queues, so that it is connected to each.
   * @returns null: not known, because the queue does not answer in time
   */
  async isAny(): Promise<boolean | null> {
    const [queue] = this.queues.all();
    if (queue === undefined) return null;
    try {
      return (await within(ANSWER_WITHIN_MS, queue.getWorkersCount())) > 0;
    } catch {
      return null;
    }
  }
}
