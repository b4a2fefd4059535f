import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';

/** The queues to which this process sends, for their metrics and the queue board. */
@Injectable()
export class Queues {
  private readonly log = new Logger(Queues.name);
  private readonly byName = new Map<string, Queue>();

  /**
   * Without a listener, BullMQ would print errors. A lost connection is logged once, by the sender of the job that
   * could not be sent.
   */
  add(queue: Queue): Queue {
    queue.on('error', (error) => this.log.debug(`queue ${queue.name}: ${error.message}`));
    this.byName.set(queue.name, queue);
    return queue;
  }

  all(): Queue[] {
    return [...this.byName.values()];
  }

  /** @throws Error for a queue to which no module of this process sends: a bug */
  get(name: string): Queue {
    const queue = this.byName.get(name);
    if (queue === undefined) throw new Error(`no module of this process sends to the queue ${name}`);
    return queue;
  }
}
