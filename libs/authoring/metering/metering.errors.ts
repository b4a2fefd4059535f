import { Problem } from '#platform/errors';

/** 409: the plan allows no further draft this month; `resetsAt` says when the next month begins. */
export class PlanLimitReached extends Problem {
  constructor(
    what: 'drafts' | 'tokens',
    limit: number,
    readonly resetsAt: Date,
  ) {
    super(
      409,
      'plan_limit_reached',
      `the plan allows ${limit.toLocaleString('en-US')} ${what} a month, and too few are left; the limit resets on ${resetsAt.toISOString().slice(0, 10)}`,
      undefined,
      { resetsAt: resetsAt.toISOString() },
    );
  }
}
