import type { AssignmentStatus } from './assignment.view.js';

export type AssignmentEvent = 'complete' | 'cancel' | 'extend' | 'reassign';

/**
 * The status of an assignment after each event, by its status before. The event is illegal in a status that is not
 * listed. A completed assignment can be completed again, and a cancelled one cancelled again, without effect: a client
 * that repeats the request gets the same answer.
 */
export const ASSIGNMENT_STEPS: Readonly<
  Record<AssignmentEvent, Readonly<Partial<Record<AssignmentStatus, AssignmentStatus>>>>
> = {
  complete: { assigned: 'completed', completed: 'completed' },
  cancel: { assigned: 'cancelled', cancelled: 'cancelled' },
  extend: { assigned: 'assigned' },
  // The assignment of the other person is a new one.
  reassign: { assigned: 'cancelled' },
};
