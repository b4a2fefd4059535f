/**
 * What happens to needs and assignments, as it is told outside of the engine. `need.created`: it is there and has its
 * first recommendation; `need.updated`: a signal, the directory or the library said something new, and it was resolved
 * again. The others are moves of the need's life; `assignment.cancelled`: its person left, or needs it no more;
 * `assignment.withdrawn`: its offer was undone, and it is no more.
 */
export const EVENT_TYPES = [
  'need.created',
  'need.updated',
  'need.offered',
  'need.started',
  'need.completed',
  'need.sent_to_authoring',
  'need.withdrawn',
  'need.dismissed',
  'need.snoozed',
  'need.woken',
  'need.resolved',
  'need.reopened',
  'assignment.created',
  'assignment.completed',
  'assignment.cancelled',
  'assignment.withdrawn',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];
