import type { Cause } from './cause.js';
import { causesAt, expiringFrom, validUntil } from './causes-at.js';
import type { CompletionFact, RequirementRule, Rules, WorkerFacts } from './facts.js';
import { AT_RISK_FROM, NOT_READY_FROM, REASON_KINDS, type ReadinessStatus, statusOf } from './kinds.js';
import { graceEndOf, requirementsOf } from './requirements-of.js';

/** A stretch of time in which nothing about a worker's readiness changes: from `from` on, before `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly causes: readonly Cause[];
}

/** The values by which the board sorts and counts a worker. */
export interface Summary {
  readonly status: ReadinessStatus;
  /** The worst severity that counts; 0: none. */
  readonly worst: number;
  /** Since when the reasons hold that make the status; null for `ready`, which no reason makes. */
  readonly since: number | null;
  /** A bit for each kind of cause that is there, waived or not, in the order of `REASON_KINDS`. */
  readonly kinds: number;
}

/**
 * Future changes that are planned: the first ones. Later ones are planned when a fact changes, or the worker is
 * recounted.
 */
const MAX_CHANGES = 100;

/** The changes that time alone brings, from an instant on: the last stretch has no end. */
export function timelineFrom(facts: WorkerFacts, rules: Rules, now: number): Stretch[] {
  // Few of a tenant's requirements are for one worker: the others are filtered out once, and not at every instant.
  const own = { ...rules, requirements: requirementsOf(facts.worker, rules) };
  const instants = [now, ...changesAfter(facts, own, now)];
  return instants.map((from, index) => ({
    from,
    to: instants[index + 1] ?? Infinity,
    causes: causesAt(facts, own, from),
  }));
}

/**
 * The instants at which the rule may answer differently, in their order.
 * @param rules with the requirements of this worker alone
 */
function changesAfter(facts: WorkerFacts, rules: Rules, now: number): number[] {
  const completions = Map.groupBy(facts.completions, ({ courseId }) => courseId);
  const instants = [
    ...facts.credentials.flatMap((credential) =>
      credential.expiresAt === Infinity ? [] : [expiringFrom(credential, rules), credential.expiresAt],
    ),
    ...rules.requirements.flatMap((requirement) => [
      requirement.from,
      graceEndOf(requirement, facts.worker, rules),
      ...validityOf(requirement, completions, rules),
    ]),
    ...facts.steps.map(({ doneAt }) => doneAt),
    ...facts.assignments.map(({ dueAt }) => dueAt),
    ...facts.waivers.map(({ until }) => until),
  ];
  return [...new Set(instants)]
    .filter((at) => at > now && at < Infinity)
    .toSorted((one, other) => one - other)
    .slice(0, MAX_CHANGES);
}

/** When the completions of a required course begin to count, and when they stop. */
function validityOf(
  requirement: RequirementRule,
  completions: ReadonlyMap<string, readonly CompletionFact[]>,
  rules: Rules,
): number[] {
  const { required } = requirement;
  const ofCourse = required.kind === 'course' ? (completions.get(required.courseId) ?? []) : [];
  return ofCourse.flatMap((completion) => [completion.completedAt, validUntil(completion, requirement, rules)]);
}

export function summaryOf(causes: readonly Cause[]): Summary {
  const counting = causes.filter(({ waivedUntil }) => waivedUntil === null);
  const worst = counting.reduce((most, { severity }) => Math.max(most, severity), 0);
  const status = statusOf(worst);
  const decisive = counting.filter(({ severity }) => severity >= THRESHOLDS[status]);
  return {
    status,
    worst,
    since: status === 'ready' ? null : Math.min(...decisive.map(({ since }) => since)),
    kinds: causes.reduce((bits, { kind }) => bits | kindBit(kind), 0),
  };
}

const THRESHOLDS: Readonly<Record<ReadinessStatus, number>> = {
  not_ready: NOT_READY_FROM,
  at_risk: AT_RISK_FROM,
  ready: 0,
};

/** The bit of a kind in {@link Summary.kinds}. */
export function kindBit(kind: Cause['kind']): number {
  return 1 << REASON_KINDS.indexOf(kind);
}
