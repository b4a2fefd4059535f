import { AsyncLocalStorage } from 'node:async_hooks';
import type { Turn } from './turns.js';

/** The result of the work on a set of tenants. */
export interface SetResult<Outcome> {
  /** Outcomes by tenant. A tenant without one is worked on in another set. */
  readonly done: ReadonlyMap<string, Outcome>;
  /** The tenants without an outcome that have to wait for a lock or the like: each becomes a set of its own. */
  readonly alone: ReadonlySet<string>;
}

interface Limits {
  /** The maximum number of concurrent sets, and also of concurrent sets of tenants that have to wait. */
  readonly lanes: number;
  /**
   * The maximum number of tenants of a set. Row level security compares each row with their list, so it stays short.
   */
  readonly tenants: number;
}

type InContext = <Result>(work: () => Result) => Result;

interface Joined<Outcome> extends Turn {
  readonly outcome: Promise<Outcome>;
  readonly resolve: (outcome: Outcome | Promise<Outcome>) => void;
  readonly reject: (error: unknown) => void;
  /** Runs a function in the context of the job: its scope, its trace and its log fields. */
  readonly inContext: InContext;
}

/**
 * Combines the work of concurrent jobs into sets of several tenants. There is no timer: the jobs that arrive while a
 * set is worked on form the next set, in the order of their arrival. So a set has one tenant on an idle engine, and
 * many under load. Half of each set is reserved for tenants with the place `first`. While every running set has tenants
 * with the place `last`, one additional set runs for those with the place `first`, so that they do not wait for the
 * others. If a set fails, each of its tenants is tried alone, so that only the jobs of the tenant at fault fail.
 */
export class TenantSets<Outcome> {
  /** The waiting tenants by place, in the order of their arrival. A tenant has one place only. */
  private waiting: Record<Turn['place'], Map<string, Joined<Outcome>>> = { first: new Map(), last: new Map() };
  private readonly alone = new Map<string, Joined<Outcome>>();
  private running = 0;
  /** The number of running sets that have a tenant with the place `last`. */
  private runningLast = 0;
  private runningFirst = 0;
  private runningAlone = 0;
  /** The tenants of the running sets: no tenant is in two of them. */
  private readonly busy = new Set<string>();
  private readonly inNoContext: InContext = AsyncLocalStorage.snapshot();

  constructor(
    private readonly limits: Limits,
    /**
     * Works on a set. It may wait for a lock only if `mayWait`: then the set is a single tenant, which had to wait in
     * another one.
     */
    private readonly work: (tenantIds: readonly string[], mayWait: boolean) => Promise<SetResult<Outcome>>,
  ) {}

  /**
   * @returns the tenant's outcome of the next set that it is in; all concurrent calls for the tenant get the same one
   */
  join(turn: Turn): Promise<Outcome> {
    const { promise: outcome, resolve, reject } = Promise.withResolvers<Outcome>();
    this.wait({ ...turn, outcome, resolve, reject, inContext: AsyncLocalStorage.snapshot() });
    this.start();
    return outcome;
  }

  private start(): void {
    const { lanes, tenants } = this.limits;
    const { first } = this.waiting;
    while (this.runningAlone < lanes && this.runs(this.take(this.alone, 1), 'runningAlone'));
    while (this.running < lanes && this.runs(this.takeWaiting(), 'running'));
    if (this.runningLast === lanes && this.runningFirst === 0) this.runs(this.take(first, tenants), 'runningFirst');
  }

  /** @returns false if there is nothing to run */
  private runs(set: ReadonlyArray<Joined<Outcome>>, lane: 'running' | 'runningFirst' | 'runningAlone'): boolean {
    if (set.length === 0) return false;
    const hasLast = lane === 'running' && set.some(({ place }) => place === 'last');
    this[lane]++;
    if (hasLast) this.runningLast++;
    void this.run(set, lane === 'runningAlone').finally(() => {
      this[lane]--;
      if (hasLast) this.runningLast--;
      this.start();
    });
    return true;
  }

  private takeWaiting(): Array<Joined<Outcome>> {
    const { tenants } = this.limits;
    const set = this.take(this.waiting.first, Math.ceil(tenants / 2));
    set.push(...this.take(this.waiting.last, tenants - set.length));
    set.push(...this.take(this.waiting.first, tenants - set.length));
    return set;
  }

  /** Takes the first tenants that no running set has. */
  private take(from: Map<string, Joined<Outcome>>, most: number): Array<Joined<Outcome>> {
    const set: Array<Joined<Outcome>> = [];
    for (const [tenantId, joined] of from) {
      if (set.length === most) break;
      if (this.busy.has(tenantId)) continue;
      this.busy.add(tenantId);
      from.delete(tenantId);
      set.push(joined);
    }
    return set;
  }

  private async run(set: ReadonlyArray<Joined<Outcome>>, mayWait: boolean): Promise<void> {
    const [first, ...others] = set;
    const run = others.length === 0 && first !== undefined ? first.inContext : this.inNoContext;
    const tenantIds = set.map(({ tenantId }) => tenantId);
    try {
      const { done, alone } = await run(() => this.work(tenantIds, mayWait));
      const left: Array<Joined<Outcome>> = [];
      for (const joined of set) {
        const outcome = done.get(joined.tenantId);
        if (outcome !== undefined) joined.resolve(outcome);
        else if (alone.has(joined.tenantId)) addTo(this.alone, joined);
        else left.push(joined);
      }
      this.putBack(left);
    } catch (error) {
      if (others.length === 0) first?.reject(error);
      else for (const joined of set) addTo(this.alone, joined);
    } finally {
      for (const tenantId of tenantIds) this.busy.delete(tenantId);
    }
  }

  /**
   * Puts tenants at the head of the queue. A call that has arrived for the same tenant meanwhile gets their outcome.
   */
  private putBack(left: ReadonlyArray<Joined<Outcome>>): void {
    if (left.length === 0) return;
    const { first, last } = this.waiting;
    this.waiting = { first: new Map(), last: new Map() };
    for (const joined of [...left, ...first.values(), ...last.values()]) this.wait(joined);
  }

  /**
   * Queues a call, or gives it the outcome of a waiting call for the same tenant, which then has the place `first` if
   * either has.
   */
  private wait(joined: Joined<Outcome>): void {
    const { tenantId, place } = joined;
    const { first, last } = this.waiting;
    const same = first.get(tenantId) ?? last.get(tenantId);
    if (same === undefined) {
      this.waiting[place].set(tenantId, joined);
      return;
    }
    if (place === 'first' && last.delete(tenantId)) first.set(tenantId, { ...same, place });
    joined.resolve(same.outcome);
  }
}

/** Queues a call, or gives it the outcome of a waiting call for the same tenant. */
function addTo<Outcome>(waiting: Map<string, Joined<Outcome>>, joined: Joined<Outcome>): void {
  const same = waiting.get(joined.tenantId);
  if (same === undefined) waiting.set(joined.tenantId, joined);
  else joined.resolve(same.outcome);
}
