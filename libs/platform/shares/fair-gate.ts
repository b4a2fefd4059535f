import { AsyncLocalStorage } from 'node:async_hooks';
import { TooManyRequests, Unavailable } from '../errors/index.js';

/** How often work that has waited too long is looked for. */
const CHECK_MS = 50;

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
  /** Where no work has ended for so many milliseconds, what it needs is away, and waiting work is refused as unavailable. Left out: work may take long. */
  readonly stalledMs?: number;
}

interface Waiting {
  readonly start: () => void;
  readonly refuse: (error: Error) => void;
  readonly since: number;
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
  private lastEnd = 0;
  /** Set while work waits. */
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly limits: GateLimits) {}

  /**
   * @throws TooManyRequests where too much of the key waits already, or no place was free in time
   * @throws Unavailable where no work ends
   */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.inside.getStore() === true) return work();
    const lane = this.laneOf(key);
    if (this.running < this.limits.total && lane.running < this.limits.perKey) this.enter(lane);
    else await this.wait(lane);
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

  private enter(lane: Lane): void {
    lane.running++;
    this.running++;
  }

  private wait(lane: Lane): Promise<void> {
    if (lane.waiting.length >= this.limits.waitingPerKey) return Promise.reject(this.tooMany());
    return new Promise((start, refuse) => {
      lane.waiting.push({ start, refuse, since: performance.now() });
      this.timer ??= setTimeout(() => this.refuseLate(), CHECK_MS);
    });
  }

  private tooMany(): TooManyRequests {
    const { what, waitMs } = this.limits;
    return new TooManyRequests(`too many ${what} are under way: try again in a moment`, Math.ceil(waitMs / 1_000));
  }

  private refuseLate(): void {
    const now = performance.now();
    let isWaiting = false;
    for (const [key, lane] of this.lanes) {
      // The first of a lane has waited longest.
      for (let refusal = this.refusalOf(lane.waiting[0], now); refusal !== null; refusal = this.refusalOf(lane.waiting[0], now)) lane.waiting.shift()?.refuse(refusal);
      if (lane.running === 0 && lane.waiting.length === 0) this.lanes.delete(key);
      isWaiting ||= lane.waiting.length > 0;
    }
    this.timer = isWaiting ? setTimeout(() => this.refuseLate(), CHECK_MS) : null;
  }

  private refusalOf(waiting: Waiting | undefined, now: number): Error | null {
    if (waiting === undefined) return null;
    const { what, waitMs, stalledMs = Infinity } = this.limits;
    if (now - Math.max(waiting.since, this.lastEnd) >= stalledMs) return new Unavailable(`${what} wait, and none ends`);
    return now - waiting.since >= waitMs ? this.tooMany() : null;
  }

  private leave(key: string, lane: Lane): void {
    lane.running--;
    this.running--;
    this.lastEnd = performance.now();
    // Whoever had a place is last in the next round.
    this.lanes.delete(key);
    if (lane.running > 0 || lane.waiting.length > 0) this.lanes.set(key, lane);
    this.startNext();
  }

  /** A place goes to the first lane in turn that may use it. */
  private startNext(): void {
    if (this.running >= this.limits.total) return;
    for (const lane of this.lanes.values()) {
      if (lane.running >= this.limits.perKey) continue;
      const next = lane.waiting.shift();
      if (next === undefined) continue;
      this.enter(lane);
      next.start();
      return;
    }
  }
}
