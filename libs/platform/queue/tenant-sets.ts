import { AsyncLocalStorage } from 'node:async_hooks';

/** What was done for the tenants of a set. */
export interface SetResult<Outcome> {
  /** By tenant. A tenant that is missing takes part in another set. */
  readonly done: ReadonlyMap<string, Outcome>;
  /** Those of the missing tenants that have to wait for something: each of them is a set of its own. */
  readonly alone: ReadonlySet<string>;
}

interface Limits {
  /** Sets that are worked on at the same time, and as many again of tenants that have to wait. */
  readonly lanes: number;
  /** Tenants in a set. Row level security compares each row with their list, so it stays short. */
  readonly tenants: number;
}

type InContext = <Result>(work: () => Result) => Result;

interface Joined<Outcome> {
  readonly tenantId: string;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
  /** Runs a function in the context of the job: its scope, its trace and its log fields. */
  readonly inContext: InContext;
}

/**
 * Does the work of jobs that run at the same time in sets of several tenants. There is no timer: the jobs that arrive
 * while a set is worked on are the next set, in the order of their arrival, so that a set has one tenant on an idle engine
 * and many under load. If a set fails, each of its tenants is tried alone, so that only the job of the guilty one fails.
 */
export class TenantSets<Outcome> {
  private waiting: Array<Joined<Outcome>> = [];
  private alone: Array<Joined<Outcome>> = [];
  private running = 0;
  private runningAlone = 0;
  /** Tenants that are worked on: none is in two sets at once. */
  private readonly busy = new Set<string>();
  private readonly inNoContext: InContext = AsyncLocalStorage.snapshot();

  constructor(
    private readonly limits: Limits,
    private readonly work: (tenantIds: readonly string[]) => Promise<SetResult<Outcome>>,
  ) {}

  /** @returns the outcome of the set that the tenant took part in */
  join(tenantId: string): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ tenantId, resolve, reject, inContext: AsyncLocalStorage.snapshot() });
      this.start();
    });
  }

  private start(): void {
    while (this.runningAlone < this.limits.lanes) {
      const set = this.take(this.alone, 1);
      if (set.length === 0) break;
      this.alone = this.alone.filter((joined) => !set.includes(joined));
      this.runningAlone++;
      void this.run(set).finally(() => {
        this.runningAlone--;
        this.start();
      });
    }
    while (this.running < this.limits.lanes) {
      const set = this.take(this.waiting, this.limits.tenants);
      if (set.length === 0) break;
      this.waiting = this.waiting.filter((joined) => !set.includes(joined));
      this.running++;
      void this.run(set).finally(() => {
        this.running--;
        this.start();
      });
    }
  }

  /** The first ones that are not worked on, each tenant once. */
  private take(from: ReadonlyArray<Joined<Outcome>>, most: number): Array<Joined<Outcome>> {
    const set: Array<Joined<Outcome>> = [];
    for (const joined of from) {
      if (set.length === most) break;
      if (this.busy.has(joined.tenantId)) continue;
      this.busy.add(joined.tenantId);
      set.push(joined);
    }
    return set;
  }

  private async run(set: ReadonlyArray<Joined<Outcome>>): Promise<void> {
    const [first, ...others] = set;
    const run = others.length === 0 && first !== undefined ? first.inContext : this.inNoContext;
    const tenantIds = set.map(({ tenantId }) => tenantId);
    try {
      const { done, alone } = await run(() => this.work(tenantIds));
      const left: Array<Joined<Outcome>> = [];
      for (const joined of set) {
        const outcome = done.get(joined.tenantId);
        if (outcome !== undefined) joined.resolve(outcome);
        else (alone.has(joined.tenantId) ? this.alone : left).push(joined);
      }
      this.waiting.unshift(...left);
    } catch (error) {
      if (others.length === 0) first?.reject(error);
      else this.alone.push(...set);
    } finally {
      for (const tenantId of tenantIds) this.busy.delete(tenantId);
    }
  }
}
