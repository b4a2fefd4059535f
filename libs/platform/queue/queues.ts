import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';

/** The queues that this process sends to: what it can look into, and show. */
@Injectable()
export class Queues {
  private readonly log = new Logger(Queues.name);
  private readonly byName = new Map<string, Queue>();

  /**
   * BullMQ prints the errors that nobody listens to; a lost connection is told once by the job that could not be sent.
   */
  add(queue: Queue): Queue {
    queue.on('error', (error) => this.log.debug(`queue ${queue.name}: ${error.message}`));
    this.byName.set(queue.name, queue);
    return queue;
  }

  all(): Queue[] {
    return [...this.byName.values()];
  }

  /** @throws Error for a queue that no module of this process sends to: a bug */
  get(name: string): Queue {
    const queue = this.byName.get(name);
    if (queue === undefined) throw new Error(`no module of this process sends to the queue ${name}`);
    return queue;
  }
}
