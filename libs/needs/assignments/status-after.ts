import { AssignmentEnded } from './assignment.errors.js';
import { ASSIGNMENT_STEPS, type AssignmentEvent } from './assignment.transitions.js';
import type { AssignmentStatus } from './assignment.view.js';

/** @throws AssignmentEnded if the event is illegal in this status */
export function statusAfter(event: AssignmentEvent, status: AssignmentStatus): AssignmentStatus {
  const next = ASSIGNMENT_STEPS[event][status];
  if (next === undefined) throw new AssignmentEnded(event, status);
  return next;
}
