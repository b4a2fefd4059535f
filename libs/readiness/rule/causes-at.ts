import { DAY_MS } from '#platform/text';
import { type Calendar, type Day, plusDays } from './calendar.js';
import type { Cause } from './cause.js';
import type { CompletionFact, CompletionTime, CredentialFact, RequirementRule, Rules, WorkerFacts } from './facts.js';
import type { Severity } from './kinds.js';
import { type Standing, requirementsOf, standingOf, strictestOf, waivedUntil } from './requirements-of.js';

/**
 * The causes of a worker at an instant, by the rule of the board (contract, "Readiness"). For an instant in the future,
 * it assumes that the facts that are known now do not change.
 * @param at milliseconds since the epoch
 */
export function causesAt(facts: WorkerFacts, rules: Rules, at: number): Cause[] {
  const required = requirementsOf(facts.worker, rules).filter(({ from }) => from <= at);
  const causes = [
    ...ofCredentials(facts, rules, required, at),
    ...ofCourses(facts, rules, required, at),
    ...ofSteps(facts, rules, at),
    ...ofNeeds(facts, at),
  ];
  return [...causes, ...ofAssignments(facts, rules, causes, at)];
}

/** The first instant of the days in which a credential is said to expire. */
export function expiringFrom({ expiresAt }: CredentialFact, { calendar, expiringWithinDays }: Rules): number {
  return calendar.startOf(plusDays(calendar.lastDayBefore(expiresAt), -expiringWithinDays));
}

/** The instant from which a completion does not count any more for a requirement. */
export function validUntil(
  completion: CompletionTime,
  { validDays }: RequirementRule,
  { calendar }: Pick<Rules, 'calendar'>,
): number {
  return validDays === null ? Infinity : calendar.endOf(plusDays(dayOfCompletion(completion, calendar), validDays));
}

export function dayOfCompletion(completion: CompletionTime, calendar: Calendar): Day {
  return givenDay(completion) ?? calendar.dayOf(completion.completedAt);
}

/**
 * The day that was given for a completion. Null: none was given, or one that lay ahead in every time zone when it was
 * recorded, as a mistyped year does: it would make the completion count for years longer.
 */
export function givenDay({ completedAt, completedOn }: CompletionTime): Day | null {
  return completedOn === null || Date.parse(completedOn) - completedAt > DAY_MS ? null : completedOn;
}

/** The latest completion of a course until an instant. */
export function completionAt(
  { completions }: Pick<WorkerFacts, 'completions'>,
  courseId: string | null,
  at: number,
): CompletionFact | undefined {
  return completions.find((one) => one.courseId === courseId && one.completedAt <= at);
}

function ofCredentials(facts: WorkerFacts, rules: Rules, required: readonly RequirementRule[], at: number): Cause[] {
  const byKey = Map.groupBy(required, ({ required: one }) => (one.kind === 'credential' ? one.key : null));
  const held = facts.credentials.flatMap((credential) => {
    const cause = ofHeld(credential, facts, rules, byKey.get(credential.key) ?? [], at);
    return cause === null ? [] : [cause];
  });
  const heldKeys = new Set(facts.credentials.map(({ key }) => key));
  const missing = [...byKey].flatMap(([key, requirements]) =>
    key === null || heldKeys.has(key) ? [] : ofMissing(key, facts, rules, requirements, at),
  );
  return [...held, ...missing];
}

/** A credential that the worker has held is expired when it ends, and never missing. */
function ofHeld(
  credential: CredentialFact,
  facts: WorkerFacts,
  rules: Rules,
  required: readonly RequirementRule[],
  at: number,
): Cause | null {
  if (credential.expiresAt === Infinity) return null;
  const isExpired = credential.expiresAt <= at;
  const from = isExpired ? credential.expiresAt : expiringFrom(credential, rules);
  if (at < from) return null;
  const kind = isExpired ? 'credential_expired' : 'credential_expiring';
  const strictest = strictestOf(required.map((one) => standingOf(one, kind, facts, rules, at)));
  const own = waivedUntil(facts.waivers, at, ({ credentialKey }) => credentialKey === credential.key);
  return {
    kind,
    refType: 'credential',
    refId: credential.id,
    gap: credential.gap,
    name: credential.name,
    severity: isExpired ? (strictest?.severity ?? rules.severities[kind]) : expiringSeverity(strictest, rules),
    since: from,
    dueAt: credential.expiresAt,
    waivedUntil: latest(own, strictest?.waivedUntil ?? null),
    requirementId: strictest?.requirement.id ?? null,
    courseId: null,
  };
}

/** The lower one of the policy's and the requirement's. */
function expiringSeverity(strictest: Standing | undefined, { severities }: Rules): Severity {
  const policy = severities.credential_expiring;
  return strictest !== undefined && strictest.severity < policy ? strictest.severity : policy;
}

function ofMissing(
  key: string,
  facts: WorkerFacts,
  rules: Rules,
  required: readonly RequirementRule[],
  at: number,
): Cause[] {
  const kind = 'credential_missing';
  const strictest = strictestOf(required.map((one) => standingOf(one, kind, facts, rules, at)));
  if (strictest === undefined || strictest.requirement.required.kind !== 'credential') return [];
  const own = waivedUntil(facts.waivers, at, ({ credentialKey }) => credentialKey === key);
  const { requirement } = strictest;
  return [
    {
      ...ofStanding(strictest, strictest.requirement.required.name),
      kind,
      waivedUntil: latest(own, strictest.waivedUntil),
      requirementId: requirement.id,
      courseId: null,
    },
  ];
}

function ofCourses(facts: WorkerFacts, rules: Rules, required: readonly RequirementRule[], at: number): Cause[] {
  const kind = 'training_missing';
  const byCourse = Map.groupBy(required, ({ required: one }) => (one.kind === 'course' ? one.courseId : null));
  return [...byCourse].flatMap(([courseId, requirements]): Cause[] => {
    if (courseId === null) return [];
    const completion = completionAt(facts, courseId, at);
    const endOf = (one: RequirementRule): number =>
      completion === undefined ? -Infinity : validUntil(completion, one, rules);
    const unmet = requirements.filter((one) => endOf(one) <= at);
    const strictest = strictestOf(unmet.map((one) => standingOf(one, kind, facts, rules, at)));
    if (strictest === undefined || strictest.requirement.required.kind !== 'course') return [];
    return [
      {
        ...ofStanding(strictest, strictest.requirement.required.title),
        kind,
        since: Math.max(strictest.since, endOf(strictest.requirement)),
        waivedUntil: strictest.waivedUntil,
        requirementId: strictest.requirement.id,
        courseId,
      },
    ];
  });
}

function ofStanding(
  { requirement, severity, dueAt, since }: Standing,
  name: string,
): Pick<Cause, 'refType' | 'refId' | 'gap' | 'name' | 'severity' | 'since' | 'dueAt'> {
  return { refType: 'requirement', refId: requirement.id, gap: requirement.gap, name, severity, since, dueAt };
}

function ofSteps({ steps }: WorkerFacts, { severities }: Rules, at: number): Cause[] {
  return steps
    .filter(({ doneAt }) => at < doneAt)
    .map(({ id, step, gap, createdAt }) => ({
      kind: 'onboarding_open',
      refType: 'onboarding_step',
      refId: id,
      gap,
      name: step,
      severity: severities.onboarding_open,
      since: createdAt,
      dueAt: Infinity,
      waivedUntil: null,
      requirementId: null,
      courseId: null,
    }));
}

function ofNeeds({ needs, waivers }: WorkerFacts, at: number): Cause[] {
  return needs.map(({ id, name, gap, severity, firstSeenAt, dueAt }) => ({
    kind: 'need',
    refType: 'need',
    refId: id,
    gap,
    name,
    severity,
    since: firstSeenAt,
    dueAt,
    waivedUntil: waivedUntil(waivers, at, ({ needId }) => needId === id),
    requirementId: null,
    courseId: null,
  }));
}

/**
 * An assignment is waived with its need. One without a need is waived with the other causes of its gap: otherwise their
 * reason would count although each of them is waived, since a waiver cannot name an assignment.
 */
function ofAssignments(
  { assignments, waivers }: WorkerFacts,
  { severities }: Rules,
  others: readonly Cause[],
  at: number,
): Cause[] {
  return assignments
    .filter(({ dueAt }) => dueAt <= at)
    .map(({ id, needId, courseId, courseTitle, gap, dueAt }) => ({
      kind: 'assignment_overdue',
      refType: 'assignment',
      refId: id,
      gap,
      name: courseTitle,
      severity: severities.assignment_overdue,
      since: dueAt,
      dueAt,
      waivedUntil:
        needId === null
          ? waivedWith(others.filter((cause) => cause.gap === gap))
          : waivedUntil(waivers, at, (waiver) => waiver.needId === needId),
      requirementId: null,
      courseId,
    }));
}

/** Until the first of the causes counts again; null: one of them counts, or there is none. */
function waivedWith(causes: readonly Cause[]): number | null {
  const ends = causes.flatMap((cause) => cause.waivedUntil ?? []);
  return ends.length === 0 || ends.length < causes.length ? null : Math.min(...ends);
}

function latest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}
