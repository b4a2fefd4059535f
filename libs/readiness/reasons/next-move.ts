import type { Cause } from '../rule/cause.js';
import type { Gap } from './group-causes.js';
import type { ReasonContext, ShownAssignment, ShownNeed } from './read-context.js';
import type { ReasonMove } from './reason.view.js';

/** The one action that ends a reason, with what it acts on: what the board shows, and what is offered. UUIDs. */
export interface NextMove extends CourseAnswer {
  /** Null: nothing to do, as the need is not resolved yet. */
  readonly action: ReasonMove['action'] | null;
  /** The open assignment that is about the reason. */
  readonly assignment: ShownAssignment | null;
}

/** How the library answers a gap. */
interface CourseAnswer {
  /** A published course; null: none answers. */
  readonly courseId: string | null;
  /** The need of the gap, by which a course is offered or authored. */
  readonly need: ShownNeed | null;
  /** The course that comes closest, where none answers. */
  readonly closest: { readonly courseId: string; readonly title: string } | null;
}

/** @param assignments the worker's open ones */
export function nextMove(gap: Gap, assignments: readonly ShownAssignment[], context: ReasonContext): NextMove {
  const answer = answerOf(gap, context);
  const assignment = assignmentOf(gap, answer, assignments);
  return { ...answer, assignment, action: actionOf(gap.causes[0], assignment, answer) };
}

/** The causes that count; those of a waived gap, if none does. */
export function countingCauses({ causes }: Gap): readonly Cause[] {
  const counting = causes.filter(({ waivedUntil }) => waivedUntil === null);
  return counting.length > 0 ? counting : causes;
}

function answerOf(gap: Gap, { needs, publishedCourses, matcher }: ReasonContext): CourseAnswer {
  const [leading] = gap.causes;
  const causes = countingCauses(gap);
  const shown = causes.flatMap(({ refType, refId }) => (refType === 'need' ? (needs.get(refId) ?? []) : []));
  const need = shown.find((one) => recommendedBy(one, publishedCourses) !== null) ?? shown[0] ?? null;
  const recommendedId = need === null ? null : recommendedBy(need, publishedCourses);
  if (recommendedId !== null) return { courseId: recommendedId, need, closest: null };
  const named = causes.find(({ courseId }) => courseId !== null)?.courseId ?? null;
  if (named !== null) return { courseId: publishedCourses.has(named) ? named : null, need, closest: null };
  if (leading.kind === 'onboarding_open') return { courseId: null, need, closest: null };
  const { recommended, candidates } = matcher.match(need?.topic ?? leading.name, need?.category ?? null);
  const [nearest] = candidates;
  return {
    // A need that is not resolved yet, or has no course, is not answered by what it would be matched with now.
    courseId: need === null ? (recommended?.courseId ?? null) : null,
    need,
    closest: recommended === null ? (nearest ?? null) : null,
  };
}

/** The published course that a need recommends; null: none. */
export function recommendedBy(
  { recommendation, courseId }: ShownNeed,
  publishedCourses: ReadonlySet<string>,
): string | null {
  return recommendation === 'course' && courseId !== null && publishedCourses.has(courseId) ? courseId : null;
}

/** The open assignment that is about the gap, or of a course that answers it: the next one to be due. */
function assignmentOf(
  { causes }: Gap,
  { courseId }: CourseAnswer,
  assignments: readonly ShownAssignment[],
): ShownAssignment | null {
  const courseIds = new Set([courseId, ...causes.map((cause) => cause.courseId)]);
  const about = assignments.filter((one) => one.gap === causes[0].gap || courseIds.has(one.courseId));
  return about.toSorted((one, other) => one.dueAt - other.dueAt)[0] ?? null;
}

function actionOf(
  leading: Cause,
  assignment: ShownAssignment | null,
  { courseId, need }: CourseAnswer,
): NextMove['action'] {
  if (assignment !== null || leading.kind === 'onboarding_open') return 'complete';
  if (courseId !== null) return 'offer';
  if (leading.kind.startsWith('credential_')) return 'renew';
  if (need === null || need.recommendation === 'pending') return null;
  return need.suggestedCourseId === null ? 'author' : 'decide';
}
