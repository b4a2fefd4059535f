import { shownEnd } from '../reasons/dates.js';
import type { Cause } from '../rule/cause.js';
import { validUntil } from '../rule/causes-at.js';
import type { Required, RequirementRule, Rules, WorkerFacts } from '../rule/facts.js';
import { appliesTo } from '../rule/requirements-of.js';
import type { MatrixCell } from './matrix.view.js';

const NOT_REQUIRED: MatrixCell = { state: 'not_required', until: null };

/** What names the column of a requirement. */
export function columnKey(required: Required): string {
  return required.kind === 'credential' ? `credential ${required.key}` : `course ${required.courseId}`;
}

/**
 * How a worker stands with what a column requires.
 * @param causes of the worker at the instant
 */
export function cellOf(
  column: string,
  facts: WorkerFacts,
  causes: readonly Cause[],
  rules: Rules,
  at: number,
): MatrixCell {
  const requirements = rules.requirements.filter(
    (requirement) =>
      columnKey(requirement.required) === column && requirement.from <= at && appliesTo(requirement, facts.worker),
  );
  const [first] = requirements;
  if (first === undefined) return NOT_REQUIRED;
  return first.required.kind === 'credential'
    ? ofCredential(first.required.key, first.gap, facts, causes, rules, at)
    : ofCourse(first.required.courseId, requirements, facts, causes, rules);
}

function ofCredential(
  key: string,
  gap: string,
  facts: WorkerFacts,
  causes: readonly Cause[],
  { calendar, requirements }: Rules,
  at: number,
): MatrixCell {
  const credential = facts.credentials.find((one) => one.key === key);
  const ids = new Set(
    requirements.filter(({ required }) => required.kind === 'credential' && required.key === key).map(({ id }) => id),
  );
  const cause = causes.find(({ refId }) => refId === credential?.id || ids.has(refId));
  if (cause !== undefined && cause.waivedUntil !== null)
    return { state: 'waived', until: shownEnd(cause.waivedUntil, calendar) };
  const end = credential === undefined ? null : shownEnd(credential.expiresAt, calendar);
  if (credential !== undefined && credential.expiresAt > at)
    return { state: cause?.kind === 'credential_expiring' ? 'expiring' : 'valid', until: end };
  const assignment = facts.assignments.find((one) => one.gap === gap);
  if (assignment !== undefined) return { state: 'assigned', until: shownEnd(assignment.dueAt, calendar) };
  return credential === undefined ? { state: 'missing', until: null } : { state: 'expired', until: end };
}

function ofCourse(
  courseId: string,
  required: readonly RequirementRule[],
  facts: WorkerFacts,
  causes: readonly Cause[],
  rules: Rules,
): MatrixCell {
  const { calendar } = rules;
  const cause = causes.find((one) => one.kind === 'training_missing' && one.courseId === courseId);
  if (cause !== undefined && cause.waivedUntil !== null)
    return { state: 'waived', until: shownEnd(cause.waivedUntil, calendar) };
  const completion = facts.completions.find((one) => one.courseId === courseId);
  const end =
    completion === undefined
      ? null
      : Math.min(...required.map((one) => validUntil(completion.completedAt, one, rules)));
  if (cause === undefined) return { state: 'valid', until: end === null ? null : shownEnd(end, calendar) };
  const assignment = facts.assignments.find((one) => one.courseId === courseId);
  if (assignment !== undefined) return { state: 'assigned', until: shownEnd(assignment.dueAt, calendar) };
  return end === null ? { state: 'missing', until: null } : { state: 'expired', until: shownEnd(end, calendar) };
}
