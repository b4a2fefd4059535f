import { plusDays } from './calendar.js';
import type { RequirementRule, Rules, WaiverFact, WorkerFact, WorkerFacts } from './facts.js';
import type { PolicyKind, Severity } from './kinds.js';

/** The severity of a reason while its requirement is in its days of grace. */
const IN_GRACE: Severity = 2;

export function appliesTo({ audience }: RequirementRule, worker: WorkerFact): boolean {
  switch (audience.kind) {
    case 'everyone':
      return true;
    case 'site':
      return worker.siteId === audience.id;
    case 'group':
      return worker.groupIds.includes(audience.id);
    case 'role':
      return worker.roleKey === audience.roleKey;
  }
}

/**
 * Requirements of one worker that are looked at: more are no training matrix, and would slow down everybody's board.
 */
const MAX_PER_WORKER = 500;

/** The requirements that are for a worker: the oldest 500. */
export function requirementsOf(worker: WorkerFact, { requirements }: Rules): RequirementRule[] {
  return requirements.filter((one) => appliesTo(one, worker)).slice(0, MAX_PER_WORKER);
}

/** The instant at which the days of grace end: that of the requirement's beginning or the worker's, if it has none. */
export function graceEndOf({ from, graceDays }: RequirementRule, worker: WorkerFact, { calendar }: Rules): number {
  const began = Math.max(from, worker.createdAt);
  return graceDays === 0 ? began : calendar.startOf(plusDays(calendar.dayOf(began), graceDays));
}

/** A requirement as it stands for a worker at some instant. */
export interface Standing {
  readonly requirement: RequirementRule;
  readonly severity: Severity;
  /** The end of the days of grace, while they last. */
  readonly dueAt: number;
  readonly since: number;
  readonly waivedUntil: number | null;
}

/** @param kind whose severity holds if the requirement has none */
export function standingOf(
  requirement: RequirementRule,
  kind: PolicyKind,
  { worker, waivers }: Pick<WorkerFacts, 'worker' | 'waivers'>,
  rules: Rules,
  at: number,
): Standing {
  const severity = requirement.severity ?? rules.severities[kind];
  const graceEnd = graceEndOf(requirement, worker, rules);
  // Without days of grace, the end is the beginning, which an instant before the worker was added precedes.
  const isInGrace = requirement.graceDays > 0 && at < graceEnd;
  return {
    requirement,
    severity: isInGrace && severity > IN_GRACE ? IN_GRACE : severity,
    dueAt: isInGrace ? graceEnd : Infinity,
    since: Math.max(requirement.from, worker.createdAt),
    waivedUntil: waivedUntil(waivers, at, ({ requirementId }) => requirementId === requirement.id),
  };
}

/**
 * The strictest of them: one that counts before one that is waived, then the most severe, then the oldest. Where all
 * are waived, it is until the first of the waivers ends: one requirement counts from then on.
 */
export function strictestOf(standings: readonly Standing[]): Standing | undefined {
  const [strictest] = standings.toSorted(
    (one, other) =>
      Number(one.waivedUntil !== null) - Number(other.waivedUntil !== null) ||
      other.severity - one.severity ||
      one.since - other.since ||
      (one.requirement.id < other.requirement.id ? -1 : 1),
  );
  if (strictest === undefined || strictest.waivedUntil === null) return strictest;
  return { ...strictest, waivedUntil: Math.min(...standings.map((one) => one.waivedUntil ?? Infinity)) };
}

/** The latest end of the waivers that hold at an instant; null: there is none. */
export function waivedUntil(
  waivers: readonly WaiverFact[],
  at: number,
  isMeant: (waiver: WaiverFact) => boolean,
): number | null {
  const ends = waivers.filter((waiver) => waiver.until > at && isMeant(waiver)).map(({ until }) => until);
  return ends.length > 0 ? Math.max(...ends) : null;
}
