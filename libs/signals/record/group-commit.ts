/** Writes a batch and answers one result an item, in order. */
export type WriteBatch<Item, Result> = (items: readonly Item[]) => Promise<ReadonlyArray<Result | Error>>;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly weight: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

interface GroupCommitOptions {
  /** Writes in flight at once. */
  readonly lanes: number;
  /** Items that one write takes at most. */
  readonly maxBatch: number;
  /** Weight of all waiting items from which no more are taken. */
  readonly maxWaiting: number;
}

/**
 * Group commit: items that arrive while all lanes are writing leave together as soon as one is free. There is no timer,
 * so that an idle writer writes at once; the wait for `setImmediate` only gathers what the same turn of the event loop brought.
 */
export class GroupCommit<Item, Result> {
  private waiting: Array<Waiting<Item, Result>> = [];
  private waitingWeight = 0;
  private busyLanes = 0;
  private scheduled = false;

  constructor(
    private readonly write: WriteBatch<Item, Result>,
    private readonly options: GroupCommitOptions,
  ) {}

  /**
   * @param weight how much of the waiting room the item takes
   * @throws Error of the item's own write, or {@link QueueFull}
   */
  submit(item: Item, weight = 1): Promise<Result> {
    if (this.waitingWeight >= this.options.maxWaiting) return Promise.reject(new QueueFull());
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, weight, resolve, reject });
      this.waitingWeight += weight;
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled || this.busyLanes >= this.options.lanes) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      while (this.waiting.length > 0 && this.busyLanes < this.options.lanes) void this.writeNext();
    });
  }

  private async writeNext(): Promise<void> {
    const batch = this.waiting.splice(0, this.options.maxBatch);
    for (const { weight } of batch) this.waitingWeight -= weight;
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

/** More items wait than can be written soon: the sender should come back later. */
export class QueueFull extends Error {}
