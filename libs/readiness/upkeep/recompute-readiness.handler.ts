import { Resolving } from '#needs';
import { RunningSteps } from '#operations';
import { Handles, type SetResult, TenantSets, type Turn, WakeHandler } from '#platform/queue';
import { Recompute } from './recompute.js';
import { RecomputeReadiness } from '../marks/recompute-readiness.job.js';
import { WAITING_MARKS } from './take-marks.js';

/**
 * One set at a time, and one of a tenant that has many marks: more would take PostgreSQL from resolving needs. Row
 * level security compares each row with the tenants of the set.
 */
const SETS = { lanes: 1, tenants: 32 } as const;

/**
 * While needs are resolved or operations run, sets wait this many times as long as the one before took: needs and
 * operations come first, and the marks that gather meanwhile are one set.
 */
const PAUSE = 3;
const MAX_PAUSE_MS = 1_000;

/** A turn computes one set of people, in which a tenant with few marks is together with others. */
@Handles(RecomputeReadiness)
export class RecomputeReadinessHandler extends WakeHandler {
  protected readonly job = RecomputeReadiness;
  protected readonly work = [WAITING_MARKS];
  protected readonly turnsAtOnce = SETS.tenants;
  private readonly sets = new TenantSets<boolean>(SETS, (...set) => this.computeSet(...set));
  private lastSetMs = 0;

  constructor(
    private readonly recompute: Recompute,
    private readonly resolving: Resolving,
    private readonly running: RunningSteps,
  ) {
    super();
  }

  protected takeTurn(turn: Turn): Promise<boolean> {
    return this.sets.join(turn);
  }

  private async computeSet(tenantIds: readonly string[], mayWait: boolean): Promise<SetResult<boolean>> {
    const pauseMs = Math.min(PAUSE * this.lastSetMs, MAX_PAUSE_MS);
    await Promise.all([this.resolving.giveWay(pauseMs), this.running.giveWay(pauseMs)]);
    const began = performance.now();
    try {
      return await this.recompute.computeSet(tenantIds, mayWait);
    } finally {
      this.lastSetMs = performance.now() - began;
    }
  }
}
