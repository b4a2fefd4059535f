import { type IdPrefix, ids } from '#platform/database';
import type { Cause, RefType } from '../rule/cause.js';
import type { CompletionTime } from '../rule/facts.js';
import { causeText } from './cause-text.js';
import { shownBeginning, shownEnd, writtenDay } from './dates.js';
import { type Gap, groupCauses } from './group-causes.js';
import { type NextMove, nextMove } from './next-move.js';
import type { ReasonContext, ShownAssignment } from './read-context.js';
import type { ClosestCourse, Reason, ReasonCause, ReasonMove, ReasonProgress, ReasonSource } from './reason.view.js';

const PREFIXES: Readonly<Record<RefType, IdPrefix>> = {
  credential: 'cred',
  requirement: 'req',
  onboarding_step: 'onb',
  need: 'need',
  assignment: 'asg',
};

/** The reasons of a worker as the API shows them, the worst first. @param most how many of them; default: all */
export function showReasons(
  causes: readonly Cause[],
  workerId: string,
  context: ReasonContext,
  most = Infinity,
): Reason[] {
  const own: OfWorker = {
    assignments: context.assignments.get(workerId) ?? [],
    completions: context.completions.get(workerId) ?? NO_COMPLETIONS,
  };
  return groupCauses(causes)
    .slice(0, most)
    .map((gap) => showReason(gap, own, context));
}

/** The data of one worker that their reasons show. */
interface OfWorker {
  readonly assignments: readonly ShownAssignment[];
  /** By course. */
  readonly completions: ReadonlyMap<string, CompletionTime>;
}

const NO_COMPLETIONS: OfWorker['completions'] = new Map();

function showReason(gap: Gap, own: OfWorker, context: ReasonContext): Reason {
  const [leading] = gap.causes;
  const because = gap.causes.map((cause) => showCause(cause, own, context));
  const source = because.find((cause) => cause.source !== null)?.source ?? null;
  const move = nextMove(gap, own.assignments, context);
  return {
    kind: leading.kind,
    text: textOf(leading, own, context, source),
    severity: gap.severity,
    since: new Date(gap.since).toISOString(),
    dueAt: shownEnd(leading.dueAt, context.calendar),
    ref: refOf(leading),
    source,
    because,
    progress: progressOf(gap, move.assignment, context),
    waivedUntil: gap.waivedUntil === null ? null : shownEnd(gap.waivedUntil, context.calendar),
    move: shownMove(move),
    closest: shownClosest(move.closest),
  };
}

function textOf(
  cause: Cause,
  { completions }: OfWorker,
  { calendar, at }: ReasonContext,
  source: ReasonSource | null,
): string {
  const completion = completions.get(cause.courseId ?? '') ?? null;
  return causeText(cause, { calendar, at, type: source?.type ?? null, record: source?.record ?? null, completion });
}

function showCause(cause: Cause, own: OfWorker, context: ReasonContext): ReasonCause {
  const source = sourceOf(cause, context);
  return {
    kind: cause.kind,
    text: textOf(cause, own, context, source),
    severity: cause.severity,
    ref: refOf(cause),
    source,
  };
}

function refOf({ refType, refId }: Cause): Reason['ref'] {
  // A credential that only a task requires has no record: its id is its name.
  return ids.isUuid(refId)
    ? { type: refType, id: ids.show(PREFIXES[refType], refId) }
    : { type: 'credential', id: refId };
}

function sourceOf({ refType, refId }: Cause, { needs }: ReasonContext): ReasonSource | null {
  const need = refType === 'need' ? needs.get(refId) : undefined;
  return need === undefined ? null : { type: need.type, key: need.dedupeKey, record: need.record };
}

function progressOf(
  gap: Gap,
  assignment: ShownAssignment | null,
  { calendar, at, needs }: ReasonContext,
): ReasonProgress | null {
  const today = calendar.dayOf(at);
  if (assignment !== null) {
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
  const authored = shown.find(({ status }) => status === 'authoring');
  if (authored !== undefined)
    return {
      state: 'authoring',
      text: 'A course is being written',
      dueAt: null,
      ...(authored.draftId === null ? {} : { draftId: ids.show('drf', authored.draftId) }),
    };
  const until = shown.find(({ status }) => status === 'snoozed')?.snoozedUntil ?? null;
  if (until === null) return null;
  return {
    state: 'snoozed',
    text: `Snoozed until ${writtenDay(calendar.dayOf(until), today)}`,
    dueAt: shownBeginning(until, calendar),
  };
}

function shownMove({ action, need, courseId, assignment }: NextMove): ReasonMove | null {
  if (action === null) return null;
  if (action === 'complete')
    return { action, ...(assignment === null ? {} : { assignmentId: ids.show('asg', assignment.id) }) };
  return {
    action,
    ...(need === null ? {} : { needId: ids.show('need', need.id) }),
    ...(courseId === null ? {} : { courseId: ids.show('crs', courseId) }),
  };
}

function shownClosest(closest: NextMove['closest']): ClosestCourse | null {
  return closest === null ? null : { courseId: ids.show('crs', closest.courseId), title: closest.title };
}
