import type { PersonOffer } from '#needs';
import type { DateText } from '#platform/text';
import { shownEnd } from '../reasons/dates.js';
import { type Gap, groupCauses } from '../reasons/group-causes.js';
import { type NextMove, countingCauses, nextMove, recommendedBy } from '../reasons/next-move.js';
import type { ReasonContext } from '../reasons/read-context.js';
import type { Cause } from '../rule/cause.js';

/** What one person lacks, by the reasons that count. */
export interface Missing {
  readonly offers: readonly PersonOffer[];
  /** Reasons that an open assignment answers. */
  readonly alreadyAssigned: number;
  /** Reasons that no course answers. */
  readonly withoutCourse: number;
}

/**
 * The courses that the board shows as the next move of a person's reasons, whatever their severity.
 * @param dueAt of all of them; null: by each reason
 */
export function missingOf(
  workerId: string,
  causes: readonly Cause[],
  context: ReasonContext,
  dueAt: DateText | null,
): Missing {
  const assignments = context.assignments.get(workerId) ?? [];
  const moves = groupCauses(causes)
    .filter((gap) => gap.waivedUntil === null)
    .map((gap) => ({ gap, move: nextMove(gap, assignments, context) }));
  return {
    offers: moves.flatMap(({ gap, move }) => {
      const { action, courseId } = move;
      if (action !== 'offer' || courseId === null) return [];
      return [{ workerId, ...offerOf(gap, move, courseId, context), ...(dueAt === null ? {} : { dueAt }) }];
    }),
    alreadyAssigned: moves.filter(({ move }) => move.assignment !== null).length,
    withoutCourse: moves.filter(({ move }) => move.assignment === null && move.action !== 'offer').length,
  };
}

function offerOf(
  gap: Gap,
  { need }: NextMove,
  courseId: string,
  context: ReasonContext,
): Omit<PersonOffer, 'workerId'> {
  const causes = countingCauses(gap);
  const offered = causes.filter((cause) => isOffered(cause, need, courseId, context));
  const [leading] = offered.length > 0 ? offered : gap.causes;
  return {
    courseId,
    needIds: offered.map(({ refId }) => refId),
    dueAt: futureEnd(leading ?? gap.causes[0], context),
    isRequired: causes.some((cause) => cause.kind === 'training_missing' && cause.courseId === courseId),
    topic: gap.causes[0].name,
    severity: gap.severity,
    renews: expiryOf(causes),
  };
}

/**
 * True for the needs that an offer in the inbox would move: those of the same audience that recommend the course. A
 * need whose course only a requirement names stays as it is: what a need recommends is for the library, or a person, to
 * say.
 */
function isOffered(
  { refType, refId }: Cause,
  need: NextMove['need'],
  courseId: string,
  { needs, publishedCourses }: ReasonContext,
): boolean {
  const one = refType === 'need' ? needs.get(refId) : undefined;
  return one?.isOfSite === need?.isOfSite && one !== undefined && recommendedBy(one, publishedCourses) === courseId;
}

function futureEnd({ dueAt }: Cause, { at, calendar }: ReasonContext): DateText | null {
  return dueAt > at ? shownEnd(dueAt, calendar) : null;
}

/** The latest expiry of the credentials that are about to expire, ISO 8601. */
function expiryOf(causes: readonly Cause[]): string | null {
  const ends = causes.flatMap(({ kind, dueAt }) => (kind === 'credential_expiring' ? [dueAt] : []));
  return ends.length === 0 ? null : new Date(Math.max(...ends)).toISOString();
}
