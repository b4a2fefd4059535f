import { ReasonMove } from '../reasons/reason.view.js';

/** People by status. */
export class StatusCounts {
  /** Number of people. */
  total: number;
  /** Number of people who are ready. */
  ready: number;
  /** Number of people who are at risk. */
  atRisk: number;
  /** Number of people who are not ready. */
  notReady: number;
}

/** People by the kind of their reasons, waived or not; somebody with two kinds counts twice. */
export class KindCounts {
  /** People with an expired credential. */
  credential_expired: number;
  /** People with a credential that expires within the policy's window. */
  credential_expiring: number;
  /** People who never held a required credential. */
  credential_missing: number;
  /** People who have not completed a required course. */
  training_missing: number;
  /** People with an open onboarding step. */
  onboarding_open: number;
  /** People with an open need. */
  need: number;
  /** People with an assignment past its due date. */
  assignment_overdue: number;
}

export class SiteSummary extends StatusCounts {
  /** Null: people without a site. */
  site: string | null;
  /** People of the site with each kind of reason. */
  kinds: KindCounts;
}

export class RoleSummary extends StatusCounts {
  /** Null: people without a role. */
  role: string | null;
  /** People of the role with each kind of reason. */
  kinds: KindCounts;
}

/** A need of a cohort that is among the worst reasons of several people. */
export class SharedCause {
  /** The need: `need_…`. */
  needId: string;
  /** Topic of the need; null: none. */
  topic: string | null;
  /** Name of the site that the need is for; null: everybody. */
  site: string | null;
  /** Severity of the need: 1 low, 2 info, 3 soon, 4 blocking. */
  severity: number;
  /** Number of people who are not ready because of it. */
  people: number;
  /** What settles it; null: nothing that the engine can do. */
  move: ReasonMove | null;
}

/** The board in numbers. */
export class SummaryView extends StatusCounts {
  /** The instant that is shown. */
  asOf: string;
  /** When anybody's readiness last changed before that instant, whatever the filters; null: it never did. */
  changedAt: string | null;
  /** Every site, also those where nobody is. */
  sites: SiteSummary[];
  /** The numbers of each role. */
  roles: RoleSummary[];
  /** People with each kind of reason. */
  kinds: KindCounts;
  /** The needs that explain most people who are not ready, at most ten. */
  causes: SharedCause[];
}

/** People by status on one day. */
export class TrendDay extends StatusCounts {
  /** In the tenant's time zone. */
  date: string;
}

export class TrendView {
  /** At the beginning of each day; the last one is now. */
  days: TrendDay[];
}
