import { Course } from '#catalog';
import { namedWorkers } from '#directory';
import type { TenantTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import type { DateText } from '#platform/text';
import { readDueAt } from '../assignments/read-due-at.js';
import { dueBySeverity } from '../offers/due-date.js';
import { CourseNotPublished } from '../offers/offer.errors.js';
import { findCourse } from '../offers/offer-input.js';
import type { PlannedOffer } from '../offers/planned-offer.js';
import { type PeopleTarget, findTarget } from '../offers/target.js';
import type { AssignBody } from './assign.dto.js';

/** A requested assignment, with UUIDs. */
export interface AssignInput {
  readonly courseId: string;
  readonly target: PeopleTarget;
  readonly dueAt: DateText;
}

/** The severity that sets the due date of an assignment without a need: that of most signals. */
const SEVERITY = 2;

/** Resolves the names in a request body to UUIDs. @throws Invalid, CourseNotPublished */
export async function readAssignBody(tx: TenantTransaction, body: AssignBody): Promise<AssignInput> {
  const { courseId: course, dueAt } = body;
  const courseId = await findCourse(tx, course);
  if ((await tx.count(Course, { id: courseId, status: 'published' })) === 0) throw new CourseNotPublished();
  return {
    courseId,
    target: await readPeople(tx, body),
    dueAt: dueAt === undefined ? dueBySeverity(SEVERITY, new Date()) : await readDueAt(tx, dueAt),
  };
}

/** The assignment as an offer that no need asks for. Its topic, for which a credential is valid, is the course's. */
export async function asOffer(
  tx: TenantTransaction,
  { courseId, dueAt }: Pick<AssignInput, 'courseId' | 'dueAt'>,
): Promise<PlannedOffer> {
  const course = await tx.findOne(Course, { id: courseId });
  return { needId: null, courseId, dueAt, topic: course === null ? null : (course.topics[0] ?? course.title) };
}

async function readPeople(
  tx: TenantTransaction,
  { workerIds, target }: Pick<AssignBody, 'workerIds' | 'target'>,
): Promise<PeopleTarget> {
  if ((workerIds === undefined) === (target === undefined))
    throw new Invalid([{ field: 'workerIds', message: 'must be given, or a target, but not both' }]);
  if (workerIds !== undefined) return { kind: 'workers', ids: await namedWorkers(tx, 'workerIds', workerIds) };
  const found = await findTarget(tx, target);
  if (found.kind === 'own')
    throw new Invalid([{ field: 'target.id', message: 'is required unless the target is everyone' }]);
  return found;
}
