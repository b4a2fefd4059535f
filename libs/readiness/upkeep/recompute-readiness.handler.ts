import { Handles, WakeHandler } from '#platform/queue';
import { Recompute } from './recompute.js';
import { RecomputeReadiness } from '../marks/recompute-readiness.job.js';
import { WAITING_MARKS } from './take-marks.js';

/** Takes the marks of a tenant, set by set. */
@Handles(RecomputeReadiness)
export class RecomputeReadinessHandler extends WakeHandler {
  protected readonly job = RecomputeReadiness;
  protected readonly work = [WAITING_MARKS];
  protected readonly turnsAtOnce = 1;

  constructor(private readonly recompute: Recompute) {
    super();
  }

  protected takeTurn(): Promise<boolean> {
    return this.recompute.run();
  }
}
