import { Course } from '#catalog';
import { type TenantTransaction, ids } from '#platform/database';
import { Invalid } from '#platform/errors';
import { jsonFields, textOrNull } from '#platform/json';
import type { DateText } from '#platform/text';
import { type OfferBody, TARGET_KINDS } from './offer.dto.js';
import { readDueAt } from '../assignments/read-due-at.js';
import { type Target, findTarget } from './target.js';

/** A requested offer, with UUIDs; null: decided for each need. */
export interface OfferInput {
  readonly courseId: string | null;
  readonly target: Target;
  readonly dueAt: DateText | null;
}

/** Resolves the names in a request body to UUIDs. @throws Invalid naming the field whose value is unknown */
export async function readOfferBody(
  tx: TenantTransaction,
  { courseId, target, dueAt }: OfferBody,
): Promise<OfferInput> {
  return {
    courseId: courseId === undefined ? null : await findCourse(tx, courseId),
    target: await findTarget(tx, target),
    dueAt: dueAt === undefined ? null : await readDueAt(tx, dueAt),
  };
}

/** The UUID of a course. @throws Invalid naming `courseId` */
export async function findCourse(tx: TenantTransaction, text: string): Promise<string> {
  const id = ids.parse('crs', text);
  if (id === null || (await tx.count(Course, { id })) === 0)
    throw new Invalid([{ field: 'courseId', message: 'names no course' }]);
  return id;
}

/** Parses the stored input of an operation. @throws Error for the input of another kind of operation */
export function readOfferInput(input: unknown): OfferInput {
  const { courseId, target, dueAt } = jsonFields(input);
  return { courseId: textOrNull(courseId), target: readTarget(target), dueAt: textOrNull(dueAt) };
}

function readTarget(value: unknown): Target {
  const { kind, id } = jsonFields(value);
  if (kind === 'own' || kind === 'everyone') return { kind };
  const known = TARGET_KINDS.find((name) => name === kind);
  if (known === undefined || known === 'everyone' || typeof id !== 'string')
    throw new Error('an offer operation without a target');
  return { kind: known, id };
}
