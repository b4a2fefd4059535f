import { ReasonMove } from '../reasons/reason.view.js';

/** People by status. */
export class StatusCounts {
  total: number;
  ready: number;
  atRisk: number;
  notReady: number;
}

/** People by the kind of their reasons, waived or not; somebody with two kinds counts twice. */
export class KindCounts {
  credential_expired: number;
  credential_expiring: number;
  credential_missing: number;
  training_missing: number;
  onboarding_open: number;
  need: number;
  assignment_overdue: number;
}

export class SiteSummary extends StatusCounts {
  /** Null: people without a site. */
  site: string | null;
  kinds: KindCounts;
}

export class RoleSummary extends StatusCounts {
  /** Null: people without a role. */
  role: string | null;
  kinds: KindCounts;
}

/** A need of a cohort that is among the worst reasons of several people. */
export class SharedCause {
  needId: string;
  topic: string | null;
  site: string | null;
  severity: number;
  people: number;
  move: ReasonMove | null;
}

/** The board in numbers. */
export class SummaryView extends StatusCounts {
  /** The instant that is shown. */
  asOf: string;
  /** Every site, also those where nobody is. */
  sites: SiteSummary[];
  roles: RoleSummary[];
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
