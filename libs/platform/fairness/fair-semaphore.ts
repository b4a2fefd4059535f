import { AsyncLocalStorage } from 'node:async_hooks';
import { TooManyRequests, Unavailable } from '../errors/index.js';
import type { WaitBudget } from './wait-budget.js';

/** The wait that a request is allowed in any case, however long it has waited before. */
const MIN_WAIT_MS = 500;

/** For work without a client that could disconnect. */
const neverGone = (): boolean => false;

/** Interval of the check for work that has waited too long. */
const CHECK_MS = 50;

export interface SemaphoreLimits {
  /** For the refusal: `calls of this tenant`. */
  readonly what: string;
  /** Limit of concurrent work for all keys together. */
  readonly total: number;
  /** Limit of concurrent work for one key. */
  readonly perKey: number;
  /**
   * Places of the total that only keys without running work may take, so that a few keys whose work hangs leave some to
   * others. Default: none.
   */
  readonly reserved?: number;
  /** Limit of queued work for one key. */
  readonly waitingPerKey: number;
  /** Limit of the wait, in milliseconds. */
  readonly waitMs: number;
  /**
   * If no work ends for this many milliseconds, its resource is considered unavailable and queued work is refused.
   * Default: no such limit.
   */
  readonly stalledMs?: number;
}

interface Waiting {
  readonly start: () => void;
  readonly refuse: (error: Error) => void;
  readonly since: number;
  readonly waitMs: number;
  readonly isGone: () => boolean;
}

/** The work of one key. */
interface Lane {
  running: number;
  readonly waiting: Waiting[];
}

/**
 * Limits concurrent work, in total and for each key, so that no key takes the capacity that others need. Work beyond
 * the limits is queued, bounded in number and time; free places go to the keys in turn, so that one key's queue does
 * not delay another's. Work started inside work of the same semaphore runs in the same place: otherwise it would wait
 * for itself.
 */
export class FairSemaphore {
  /** Lanes with work that runs or waits; the one whose turn is next comes first. */
  private readonly lanes = new Map<string, Lane>();
  private readonly inside = new AsyncLocalStorage<true>();
  private running = 0;
  private lastEnd = 0;
  /** Set while work waits. */
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly limits: SemaphoreLimits) {}

  /**
   * @param waitBudget of the request; by default the work waits for as long as the semaphore allows
   * @throws TooManyRequests if too much work of the key is queued already, or no place was free in time
   * @throws Unavailable if no work ends, or the client has disconnected
   */
  async run<T>(key: string, work: () => Promise<T>, waitBudget?: WaitBudget): Promise<T> {
    if (this.inside.getStore() === true) return work();
    const lane = this.laneOf(key);
    if (this.hasPlace(lane)) this.enter(lane);
    else await this.wait(lane, waitBudget);
    try {
      return await this.inside.run(true, work);
    } finally {
      this.leave(key, lane);
    }
  }

  private hasPlace({ running }: Lane): boolean {
    const { total, perKey, reserved = 0 } = this.limits;
    return running < perKey && this.running < (running === 0 ? total : total - reserved);
  }

  private laneOf(key: string): Lane {
    const known = this.lanes.get(key);
    if (known !== undefined) return known;
    const lane: Lane = { running: 0, waiting: [] };
    this.lanes.set(key, lane);
    return lane;
  }

  private enter(lane: Lane): void {
    lane.running++;
    this.running++;
  }

  private async wait(lane: Lane, waitBudget?: WaitBudget): Promise<void> {
    if (lane.waiting.length >= this.limits.waitingPerKey) throw this.tooMany();
    const since = performance.now();
    const waitMs = Math.min(this.limits.waitMs, Math.max(waitBudget?.leftMs ?? Infinity, MIN_WAIT_MS));
    await new Promise<void>((start, refuse) => {
      lane.waiting.push({ start, refuse, since, waitMs, isGone: waitBudget?.isGone ?? neverGone });
      this.checkSoon();
    });
    if (waitBudget !== undefined) waitBudget.leftMs -= performance.now() - since;
  }

  /** Runs after pending I/O events: if the process was blocked, the end of running work may be among them. */
  private checkSoon(): void {
    this.timer ??= setTimeout(() => setImmediate(() => this.refuseLate()), CHECK_MS);
  }

  private tooMany(): TooManyRequests {
    const { what, waitMs } = this.limits;
    return new TooManyRequests(`too many ${what} are under way: try again in a moment`, Math.ceil(waitMs / 1_000));
  }

  private refuseLate(): void {
    const now = performance.now();
    this.timer = null;
    let isWaiting = false;
    for (const [key, lane] of this.lanes) {
      for (const waiting of lane.waiting.splice(0)) {
        const refusal = this.refusalOf(waiting, now);
        if (refusal === null) lane.waiting.push(waiting);
        else waiting.refuse(refusal);
      }
      if (lane.running === 0 && lane.waiting.length === 0) this.lanes.delete(key);
      isWaiting ||= lane.waiting.length > 0;
    }
    if (isWaiting) this.checkSoon();
  }

  private refusalOf({ since, waitMs, isGone }: Waiting, now: number): Error | null {
    const { what, stalledMs = Infinity } = this.limits;
    if (isGone()) return new Unavailable('the client has disconnected');
    if (now - Math.max(since, this.lastEnd) >= stalledMs) return new Unavailable(`${what} wait, and none ends`);
    return now - since >= waitMs ? this.tooMany() : null;
  }

  private leave(key: string, lane: Lane): void {
    lane.running--;
    this.running--;
    this.lastEnd = performance.now();
    // A key that had a place is last in the next round.
    this.lanes.delete(key);
    if (lane.running > 0 || lane.waiting.length > 0) this.lanes.set(key, lane);
    this.startNext();
  }

  /** Starts the first queued work whose lane has a free place. */
  private startNext(): void {
    for (const lane of this.lanes.values()) {
      if (!this.hasPlace(lane)) continue;
      const next = lane.waiting.shift();
      if (next === undefined) continue;
      this.enter(lane);
      next.start();
      return;
    }
  }
}
