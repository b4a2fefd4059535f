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
class KeyQueue<Item, Result> {
  weight: number;
  last: Waiting<Item, Result>;
  /** The queue whose turn comes next: all queues form a ring. */
  following: KeyQueue<Item, Result> = this;

  constructor(
    readonly key: string,
    public first: Waiting<Item, Result>,
  ) {
    this.last = first;
    this.weight = first.weight;
  }
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
 * so that an idle writer writes at once; the wait for `setImmediate` only gathers what the same turn of the event loop
 * brought.
 *
 * Keys (tenants) share the writer fairly. Batches take one item of each key in turn, and items of one key in the order
 * in which they were submitted. A key that submits faster than it is written fills only its own share of the queue.
 */
export class GroupCommit<Item, Result> {
  /** The queues that are not empty, by key. */
  private readonly queues = new Map<string, KeyQueue<Item, Result>>();
  /**
   * The queue whose turn comes last; the one that follows it comes first. A ring: to move an entry of the map instead
   * would allocate memory for each item.
   */
  private lastTurn: KeyQueue<Item, Result> | undefined;
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
    if (queue === undefined) return this.begin(key, added);
    queue.last.next = added;
    queue.last = added;
    queue.weight += added.weight;
  }

  /** A key that comes anew takes the last turn. */
  private begin(key: string, added: Waiting<Item, Result>): void {
    const queue = new KeyQueue(key, added);
    if (this.lastTurn !== undefined) {
      queue.following = this.lastTurn.following;
      this.lastTurn.following = queue;
    }
    this.lastTurn = queue;
    this.queues.set(key, queue);
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
    while (this.lastTurn !== undefined && batch.length < maxBatch) {
      const { first } = this.lastTurn.following;
      batchWeight += first.weight;
      if (batch.length > 0 && batchWeight > maxBatchWeight) break;
      batch.push(first);
      this.removeFirst(this.lastTurn);
    }
    return batch;
  }

  /**
   * Removes the first item of the queue whose turn it is, and the queue with its last item. What is removed refers to
   * nothing that stays: one such object that the garbage collector has moved to the old generation would keep all that
   * follows it alive, one after the other, until the next full collection.
   */
  private removeFirst(lastTurn: KeyQueue<Item, Result>): void {
    const queue = lastTurn.following;
    const { weight, next } = queue.first;
    this.waitingWeight -= weight;
    if (next === undefined) {
      this.queues.delete(queue.key);
      lastTurn.following = queue.following;
      if (queue === lastTurn) this.lastTurn = undefined;
      queue.following = queue;
      return;
    }
    queue.first.next = undefined;
    queue.first = next;
    queue.weight -= weight;
    this.lastTurn = queue;
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
