import { type IdPrefix, ids } from '#platform/database';
import type { Cause, RefType } from '../rule/cause.js';
import { causeText } from './cause-text.js';
import { shownEnd, writtenDay } from './dates.js';
import { type Gap, groupCauses } from './group-causes.js';
import type { ReasonContext, ShownAssignment, ShownNeed } from './read-context.js';
import type { ClosestCourse, Reason, ReasonCause, ReasonMove, ReasonProgress, ReasonSource } from './reason.view.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PREFIXES: Readonly<Record<RefType, IdPrefix>> = {
  credential: 'cred',
  requirement: 'req',
  onboarding_step: 'onb',
  need: 'need',
  assignment: 'asg',
};

/** The reasons of a worker as the API shows them, the worst first. */
export function showReasons(causes: readonly Cause[], workerId: string, context: ReasonContext): Reason[] {
  const assignments = context.assignments.get(workerId) ?? [];
  return groupCauses(causes).map((gap) => showReason(gap, assignments, context));
}

function showReason(gap: Gap, assignments: readonly ShownAssignment[], context: ReasonContext): Reason {
  const [leading] = gap.causes;
  const because = gap.causes.map((cause) => showCause(cause, context));
  const source = because.find((cause) => cause.source !== null)?.source ?? null;
  const assignment = assignmentOf(gap, assignments);
  const answer = answerOf(gap, context);
  return {
    kind: leading.kind,
    text: textOf(leading, context, source),
    severity: gap.severity,
    since: new Date(gap.since).toISOString(),
    dueAt: shownEnd(leading.dueAt, context.calendar),
    ref: refOf(leading),
    source,
    because,
    progress: progressOf(gap, assignment, context),
    waivedUntil: gap.waivedUntil === null ? null : shownEnd(gap.waivedUntil, context.calendar),
    move: moveOf(leading, assignment, answer),
    closest: answer.closest,
  };
}

function textOf(cause: Cause, context: ReasonContext, source: ReasonSource | null): string {
  const { calendar, at } = context;
  return causeText(cause, { calendar, at, type: source?.type ?? null, record: source?.record ?? null });
}

function showCause(cause: Cause, context: ReasonContext): ReasonCause {
  const source = sourceOf(cause, context);
  return {
    kind: cause.kind,
    text: textOf(cause, context, source),
    severity: cause.severity,
    ref: refOf(cause),
    source,
  };
}

function refOf({ refType, refId }: Cause): Reason['ref'] {
  // What only a task requires has no record: it is named.
  return UUID.test(refId)
    ? { type: refType, id: ids.show(PREFIXES[refType], refId) }
    : { type: 'credential', id: refId };
}

function sourceOf({ refType, refId }: Cause, { needs }: ReasonContext): ReasonSource | null {
  const need = refType === 'need' ? needs.get(refId) : undefined;
  return need === undefined ? null : { type: need.type, key: need.dedupeKey, record: need.record };
}

/** The open assignment that is about the gap, the next one to be due. */
function assignmentOf(gap: Gap, assignments: readonly ShownAssignment[]): ShownAssignment | undefined {
  const [{ gap: key }] = gap.causes;
  return assignments
    .filter(
      (assignment) => assignment.gap === key || gap.causes.some(({ courseId }) => courseId === assignment.courseId),
    )
    .toSorted((one, other) => one.dueAt - other.dueAt)[0];
}

function progressOf(
  gap: Gap,
  assignment: ShownAssignment | undefined,
  { calendar, at, needs }: ReasonContext,
): ReasonProgress | null {
  const today = calendar.dayOf(at);
  if (assignment !== undefined) {
    const { id, title, dueAt } = assignment;
    const due = writtenDay(calendar.lastDayBefore(dueAt), today);
    return {
      state: 'assigned',
      text: `${title} assigned, due ${due}`,
      dueAt: shownEnd(dueAt, calendar),
      assignmentId: ids.show('asg', id),
    };
  }
  const shown = gap.causes.flatMap(({ refType, refId }) => (refType === 'need' ? (needs.get(refId) ?? []) : []));
  if (shown.some(({ status }) => status === 'authoring'))
    return { state: 'authoring', text: 'A course is being written', dueAt: null };
  const snoozed = shown.find(({ status, snoozedUntil }) => status === 'snoozed' && snoozedUntil !== null);
  if (snoozed === undefined) return null;
  const until = snoozed.snoozedUntil ?? Infinity;
  return {
    state: 'snoozed',
    text: `Snoozed until ${writtenDay(calendar.dayOf(until), today)}`,
    dueAt: shownEnd(until, calendar),
  };
}

/** What of the library answers a gap. */
interface Answer {
  readonly courseId: string | null;
  /** The need of the gap, by which a course is offered or authored. */
  readonly need: ShownNeed | null;
  readonly closest: ClosestCourse | null;
}

function answerOf(gap: Gap, { needs, matcher }: ReasonContext): Answer {
  const [leading] = gap.causes;
  const shown = gap.causes.flatMap(({ refType, refId }) => (refType === 'need' ? (needs.get(refId) ?? []) : []));
  const need = shown.find(({ recommendation }) => recommendation === 'course') ?? shown[0] ?? null;
  if (need?.recommendation === 'course') return { courseId: need.courseId, need, closest: null };
  const named = gap.causes.find(({ courseId }) => courseId !== null)?.courseId ?? null;
  if (named !== null) return { courseId: named, need, closest: null };
  if (leading.kind === 'onboarding_open') return { courseId: null, need, closest: null };
  const { recommended, candidates } = matcher.match(need?.topic ?? leading.name, need?.category ?? null);
  const [nearest] = candidates;
  return {
    // A need that is not resolved yet, or has no course, is not answered by what it would be matched with now.
    courseId: need === null ? (recommended?.courseId ?? null) : null,
    need,
    closest:
      recommended !== null || nearest === undefined
        ? null
        : { courseId: ids.show('crs', nearest.courseId), title: nearest.title },
  };
}

function moveOf(
  leading: Cause,
  assignment: ShownAssignment | undefined,
  { courseId, need }: Answer,
): ReasonMove | null {
  if (assignment !== undefined) return { action: 'complete', assignmentId: ids.show('asg', assignment.id) };
  if (leading.kind === 'onboarding_open') return { action: 'complete' };
  const needId = need === null ? {} : { needId: ids.show('need', need.id) };
  if (courseId !== null) return { action: 'offer', ...needId, courseId: ids.show('crs', courseId) };
  if (leading.kind.startsWith('credential_')) return { action: 'renew', ...needId };
  if (need === null || need.recommendation === 'pending') return null;
  return { action: 'author', ...needId };
}
