import { AsyncLocalStorage } from 'node:async_hooks';
import { TooManyRequests } from '../errors/index.js';

export interface GateLimits {
  /** For the refusal: `calls of this tenant`. */
  readonly what: string;
  /** Work of all keys together that runs at once. */
  readonly total: number;
  /** Work of one key that runs at once. */
  readonly perKey: number;
  /** Work of one key that may wait. */
  readonly waitingPerKey: number;
  /** How long it may wait, in milliseconds. */
  readonly waitMs: number;
}

interface Waiting {
  readonly start: () => void;
  readonly timer: NodeJS.Timeout;
}

/** The work of one key. */
interface Lane {
  running: number;
  readonly waiting: Waiting[];
}

/**
 * Lets a bounded amount of work run at once, in all and for each key, so that nobody takes what others need. What is beyond it waits, bounded in
 * number and time; free places go to the keys in turn, so that the queue of one key does not stand in front of another's.
 * Work that is started inside of work of the same gate runs within its place: it would wait for itself.
 */
export class FairGate {
  /** Lanes with work that runs or waits; the one whose turn is next comes first. */
  private readonly lanes = new Map<string, Lane>();
  private readonly inside = new AsyncLocalStorage<true>();
  private running = 0;

  constructor(private readonly limits: GateLimits) {}

  /** @throws TooManyRequests where too much of the key waits already, or no place was free in time */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.inside.getStore() === true) return work();
    const lane = this.laneOf(key);
    if (this.hasPlace(lane)) this.enter(lane);
    else await this.wait(key, lane);
    try {
      return await this.inside.run(true, work);
    } finally {
      this.leave(key, lane);
    }
  }

  private laneOf(key: string): Lane {
    const known = this.lanes.get(key);
    if (known !== undefined) return known;
    const lane: Lane = { running: 0, waiting: [] };
    this.lanes.set(key, lane);
    return lane;
  }

  private hasPlace({ running }: Lane): boolean {
    return this.running < this.limits.total && running < this.limits.perKey;
  }

  private enter(lane: Lane): void {
    lane.running++;
    this.running++;
  }

  private wait(key: string, lane: Lane): Promise<void> {
    const { what, waitingPerKey, waitMs } = this.limits;
    const refusal = (): TooManyRequests => new TooManyRequests(`too many ${what} are under way: try again in a moment`, Math.ceil(waitMs / 1_000));
    if (lane.waiting.length >= waitingPerKey) return Promise.reject(refusal());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        lane.waiting.splice(lane.waiting.indexOf(waiting), 1);
        this.forgetIdle(key, lane);
        reject(refusal());
      }, waitMs);
      const waiting: Waiting = { start: resolve, timer };
      lane.waiting.push(waiting);
    });
  }

  private leave(key: string, lane: Lane): void {
    lane.running--;
    this.running--;
    // Whoever had a place is last in the next round.
    this.lanes.delete(key);
    if (lane.running > 0 || lane.waiting.length > 0) this.lanes.set(key, lane);
    this.startNext();
  }

  private forgetIdle(key: string, lane: Lane): void {
    if (lane.running === 0 && lane.waiting.length === 0) this.lanes.delete(key);
  }

  /** A place goes to the first lane in turn that may use it. */
  private startNext(): void {
    if (this.running >= this.limits.total) return;
    for (const lane of this.lanes.values()) {
      if (lane.running >= this.limits.perKey) continue;
      const next = lane.waiting.shift();
      if (next === undefined) continue;
      clearTimeout(next.timer);
      this.enter(lane);
      next.start();
      return;
    }
  }
}
