import { shownEnd } from '../reasons/dates.js';
import type { Cause } from '../rule/cause.js';
import { validUntil } from '../rule/causes-at.js';
import type {
  AssignmentFact,
  CompletionFact,
  CredentialFact,
  Required,
  RequirementRule,
  Rules,
  WorkerFacts,
} from '../rule/facts.js';
import { requirementsOf } from '../rule/requirements-of.js';
import type { MatrixCell } from './matrix.view.js';
import type { UnderWay } from './under-way.js';

const NOT_REQUIRED: MatrixCell = { state: 'not_required', until: null };

/** The key of a requirement's column. */
export function columnKey(required: Required): string {
  return required.kind === 'credential' ? `credential ${required.key}` : `course ${required.courseId}`;
}

/** The facts of a worker by the keys that cells look up: a row has as many cells as there are columns. */
interface Known {
  readonly rules: Rules;
  readonly at: number;
  /** Those of the worker that hold at the instant, by column. */
  readonly requirements: ReadonlyMap<string, readonly RequirementRule[]>;
  /** By what they refer to, and by the course that answers them. */
  readonly causes: ReadonlyMap<string, Cause>;
  readonly credentials: ReadonlyMap<string, CredentialFact>;
  /** Those until the instant. */
  readonly completions: ReadonlyMap<string, CompletionFact>;
  /** By course. */
  readonly assignments: ReadonlyMap<string, AssignmentFact>;
  readonly underWay: UnderWay;
}

/** Whether a worker meets, at an instant, what each column requires. */
export function cellsOf(
  columns: readonly string[],
  facts: WorkerFacts,
  rules: Rules,
  at: number,
  { causes, underWay }: { readonly causes: readonly Cause[]; readonly underWay: UnderWay },
): MatrixCell[] {
  const required = requirementsOf(facts.worker, rules).filter(({ from }) => from <= at);
  const known: Known = {
    rules,
    at,
    requirements: Map.groupBy(required, (one) => columnKey(one.required)),
    causes: new Map(
      causes.flatMap((cause) => [
        [cause.refId, cause],
        ...(cause.kind === 'training_missing' && cause.courseId !== null ? [[cause.courseId, cause] as const] : []),
      ]),
    ),
    credentials: new Map(facts.credentials.map((one) => [one.key, one])),
    completions: new Map(facts.completions.flatMap((one) => (one.completedAt <= at ? [[one.courseId, one]] : []))),
    assignments: new Map(facts.assignments.toReversed().map((one) => [one.courseId, one])),
    underWay,
  };
  return columns.map((column) => cellOf(known.requirements.get(column) ?? [], known));
}

function cellOf(requirements: readonly RequirementRule[], known: Known): MatrixCell {
  const [first] = requirements;
  if (first === undefined) return NOT_REQUIRED;
  return first.required.kind === 'credential'
    ? ofCredential(first.required.key, requirements, known)
    : ofCourse(first.required.courseId, requirements, known);
}

function ofCredential(key: string, requirements: readonly RequirementRule[], known: Known): MatrixCell {
  const { at, causes, credentials, underWay, rules } = known;
  const { calendar } = rules;
  const credential = credentials.get(key);
  const cause =
    credential === undefined
      ? requirements.map(({ id }) => causes.get(id)).find((one) => one !== undefined)
      : causes.get(credential.id);
  if (cause !== undefined && cause.waivedUntil !== null)
    return { state: 'waived', until: shownEnd(cause.waivedUntil, calendar) };
  const end = credential === undefined ? null : shownEnd(credential.expiresAt, calendar);
  if (credential !== undefined && credential.expiresAt > at)
    return { state: cause?.kind === 'credential_expiring' ? 'expiring' : 'valid', until: end };
  const assignment = underWay.get(cause?.refId ?? '');
  if (assignment !== undefined) return { state: 'assigned', until: shownEnd(assignment.dueAt, calendar) };
  return credential === undefined ? { state: 'missing', until: null } : { state: 'expired', until: end };
}

function ofCourse(courseId: string, required: readonly RequirementRule[], known: Known): MatrixCell {
  const { causes, completions, assignments, rules } = known;
  const { calendar } = rules;
  const cause = causes.get(courseId);
  if (cause !== undefined && cause.waivedUntil !== null)
    return { state: 'waived', until: shownEnd(cause.waivedUntil, calendar) };
  const completion = completions.get(courseId);
  const end = completion === undefined ? null : Math.min(...required.map((one) => validUntil(completion, one, rules)));
  if (cause === undefined) return { state: 'valid', until: end === null ? null : shownEnd(end, calendar) };
  const assignment = assignments.get(courseId);
  if (assignment !== undefined) return { state: 'assigned', until: shownEnd(assignment.dueAt, calendar) };
  return end === null ? { state: 'missing', until: null } : { state: 'expired', until: shownEnd(end, calendar) };
}
