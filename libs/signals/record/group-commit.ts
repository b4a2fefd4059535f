/** Writes a batch and answers one result an item, in order. */
export type WriteBatch<Item, Result> = (items: readonly Item[]) => Promise<ReadonlyArray<Result | Error>>;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly weight: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
  /** The next item of the same key. */
  next: Waiting<Item, Result> | undefined;
}

/** The waiting items of one key, oldest first: a linked list, from which the first is removed in constant time. */
interface KeyQueue<Item, Result> {
  first: Waiting<Item, Result>;
  last: Waiting<Item, Result>;
  weight: number;
}

interface GroupCommitOptions {
  /** Writes in flight at once. */
  readonly lanes: number;
  /** Items that one write takes at most. */
  readonly maxBatch: number;
  /** Weight that the items of one write have at most together; a heavier item is written alone. Left out: no limit. */
  readonly maxBatchWeight?: number;
  /** Weight of all waiting items from which no more are taken. One key holds at most {@link KEY_SHARE} of it. */
  readonly maxWaiting: number;
}

/** The share of the queue that one key can fill. A heavier item is accepted if no other item of its key waits. */
const KEY_SHARE = 1 / 4;

/**
 * Group commit: items that arrive while all lanes are writing leave together as soon as one is free. There is no timer,
 * so that an idle writer writes at once; the wait for `setImmediate` only gathers what the same turn of the event loop brought.
 *
 * Keys (tenants) share the writer fairly. Batches take one item of each key in turn, and items of one key in the order
 * in which they were submitted. A key that submits faster than it is written fills only its own share of the queue.
 */
export class GroupCommit<Item, Result> {
  /** The queues that are not empty, by key, in the order of their turns. */
  private readonly queues = new Map<string, KeyQueue<Item, Result>>();
  private waitingWeight = 0;
  private busyLanes = 0;
  private scheduled = false;

  constructor(
    private readonly write: WriteBatch<Item, Result>,
    private readonly options: GroupCommitOptions,
  ) {}

  /**
   * @param key whose item it is
   * @param weight how much of the queue the item takes
   * @throws Error of the item's own write, or {@link QueueFull}
   */
  submit(item: Item, { key, weight = 1 }: { readonly key: string; readonly weight?: number }): Promise<Result> {
    if (this.isFullFor(key, weight)) return Promise.reject(new QueueFull());
    return new Promise((resolve, reject) => {
      this.append(key, { item, weight, resolve, reject, next: undefined });
      this.schedule();
    });
  }

  private isFullFor(key: string, weight: number): boolean {
    if (this.waitingWeight >= this.options.maxWaiting) return true;
    const queue = this.queues.get(key);
    return queue !== undefined && queue.weight + weight > this.options.maxWaiting * KEY_SHARE;
  }

  private append(key: string, added: Waiting<Item, Result>): void {
    this.waitingWeight += added.weight;
    const queue = this.queues.get(key);
    if (queue === undefined) {
      this.queues.set(key, { first: added, last: added, weight: added.weight });
      return;
    }
    queue.last.next = added;
    queue.last = added;
    queue.weight += added.weight;
  }

  private schedule(): void {
    if (this.scheduled || this.busyLanes >= this.options.lanes) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      while (this.queues.size > 0 && this.busyLanes < this.options.lanes) void this.writeNext();
    });
  }

  /** One item of each key in turn. A key whose item no longer fits keeps its turn for the next batch. */
  private takeBatch(): Array<Waiting<Item, Result>> {
    const { maxBatch, maxBatchWeight = Number.POSITIVE_INFINITY } = this.options;
    const batch: Array<Waiting<Item, Result>> = [];
    let batchWeight = 0;
    // A key that is deleted and set again moves to the end, where this iteration visits it again: one loop, all rounds.
    for (const [key, queue] of this.queues) {
      const { first } = queue;
      batchWeight += first.weight;
      if (batch.length > 0 && batchWeight > maxBatchWeight) break;
      batch.push(first);
      this.queues.delete(key);
      this.waitingWeight -= first.weight;
      if (first.next !== undefined) {
        queue.first = first.next;
        queue.weight -= first.weight;
        first.next = undefined;
        this.queues.set(key, queue);
      }
      if (batch.length >= maxBatch) break;
    }
    return batch;
  }

  private async writeNext(): Promise<void> {
    const batch = this.takeBatch();
    this.busyLanes++;
    try {
      const results = await this.write(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else if (result === undefined) reject(new Error('the write answered too few results'));
        else resolve(result);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.busyLanes--;
      this.schedule();
    }
  }
}

/** More items wait, of all keys or of this one, than can be written soon: the sender should come back later. */
export class QueueFull extends Error {}
