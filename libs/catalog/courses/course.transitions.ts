import type { CourseStatus } from './course.entity.js';
import { IllegalMove } from './course.errors.js';

export type CourseMove = 'publish' | 'archive' | 'delete';

interface Transition {
  readonly from: readonly CourseStatus[];
  /** Null: the course is deleted. */
  readonly to: CourseStatus | null;
}

/**
 * The allowed moves of a course. A published one is archived before it is deleted, so that nobody deletes a course in
 * use by mistake.
 */
const TRANSITIONS: Readonly<Record<CourseMove, Transition>> = {
  publish: { from: ['draft', 'archived'], to: 'published' },
  archive: { from: ['published'], to: 'archived' },
  delete: { from: ['draft', 'archived'], to: null },
};

const MOVES: readonly CourseMove[] = ['publish', 'archive', 'delete'];

/**
 * @returns the status after the move, which may be the same; null: deleted
 * @throws IllegalMove with the allowed moves
 */
export function statusAfter(status: CourseStatus, move: CourseMove): CourseStatus | null {
  const { from, to } = TRANSITIONS[move];
  if (status !== to && !from.includes(status)) {
    throw new IllegalMove(
      status,
      move,
      MOVES.filter((other) => TRANSITIONS[other].from.includes(status)),
    );
  }
  return to;
}
