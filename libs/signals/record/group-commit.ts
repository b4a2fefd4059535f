import { types } from 'node:util';
import { errorOf } from '#platform/thrown';

/** The result of an item, or of a write to which its batch has left it: such a promise is never rejected. */
export type Written<Result> = Result | Error | Promise<Result | Error>;

/** Writes a batch, and returns one result for each item, in order. */
export type WriteBatch<Item, Result> = (items: readonly Item[]) => Promise<ReadonlyArray<Written<Result>>>;

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
  /** Number of concurrent writes. */
  readonly lanes: number;
  /** Maximum number of items in one write. */
  readonly maxBatch: number;
  /** Maximum total weight of the items in one write; a heavier item is written alone. Omitted: no limit. */
  readonly maxBatchWeight?: number;
  /** Total weight of waiting items at which further ones are refused. One key has at most {@link KEY_SHARE} of it. */
  readonly maxWaiting: number;
}

/** The share of the queue that one key can use. A heavier item is accepted if no other item of its key waits. */
const KEY_SHARE = 1 / 4;

/**
 * Group commit: items that arrive while all lanes are writing are written together as soon as a lane is free. There is
 * no timer, so that an idle writer writes at once; `setImmediate` only collects the items of the same turn of the event
 * loop.
 *
 * Keys (tenants) share the writer fairly. Batches take one item of each key in turn, and items of one key in the order
 * in which they were submitted. A key that submits faster than it is written fills only its own share of the queue.
 */
export class GroupCommit<Item, Result> {
  /** The queues that are not empty, by key. */
  private readonly queues = new Map<string, KeyQueue<Item, Result>>();
  /**
   * The queue whose turn comes last; the queue after it comes first. The queues form a ring, because moving an entry
   * within the map would allocate memory for each item.
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
   * @param key the owner of the item: a tenant
   * @param weight how much of the queue the item uses
   * @throws Error the error of the item's write, or {@link QueueFull}
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

  /** Adds a queue for a key without one. It gets the last turn. */
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

  /** Takes one item of each key in turn. A key whose item does not fit keeps its turn for the next batch. */
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
   * Removes the first item of the queue whose turn it is; removes the queue with its last item. Removed objects must
   * not refer to remaining ones: one in the garbage collector's old generation would keep all later objects of the list
   * alive until the next full collection.
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
      batch.forEach((waiting, index) => {
        const result = results[index];
        if (types.isPromise(result)) void result.then((later) => settle(waiting, later));
        else settle(waiting, result);
      });
    } catch (error) {
      for (const { reject } of batch) reject(errorOf(error));
    } finally {
      this.busyLanes--;
      this.schedule();
    }
  }
}

function settle<Item, Result>({ resolve, reject }: Waiting<Item, Result>, result: Result | Error | undefined): void {
  if (result instanceof Error) reject(result);
  else if (result === undefined) reject(new Error('the write returned too few results'));
  else resolve(result);
}

/** Too many items wait, of all keys or of this one, to be written soon: the sender should retry later. */
export class QueueFull extends Error {
  constructor() {
    super('too many data points wait to be written');
  }
}
