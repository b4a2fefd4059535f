/**
 * The kinds of reasons, in the order in which one names a gap where two are equally severe (contract, "Readiness").
 * Stored periods have a bit for each place (`kindBit`): the places stay, and a new kind is added at the end.
 */
export const REASON_KINDS = [
  'credential_expired',
  'credential_missing',
  'training_missing',
  'assignment_overdue',
  'need',
  'onboarding_open',
  'credential_expiring',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** Kinds whose severity is a matter of policy; a need has its own. */
export type PolicyKind = Exclude<ReasonKind, 'need'>;
export const POLICY_KINDS = REASON_KINDS.filter((kind): kind is PolicyKind => kind !== 'need');

/** 4 is the worst. */
export type Severity = 1 | 2 | 3 | 4;

export const MOST_SEVERE: Severity = 4;

/** The status of a worker, the worst first. */
export const STATUSES = ['not_ready', 'at_risk', 'ready'] as const;
export type ReadinessStatus = (typeof STATUSES)[number];

/** From these severities on, a reason makes a worker `not_ready` or `at_risk`. */
export const NOT_READY_FROM = 4;
export const AT_RISK_FROM = 3;

export function statusOf(worst: number): ReadinessStatus {
  if (worst >= NOT_READY_FROM) return 'not_ready';
  return worst >= AT_RISK_FROM ? 'at_risk' : 'ready';
}
