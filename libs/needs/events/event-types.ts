/**
 * Types of the events that webhooks receive about needs and assignments. `need.created`: the need has its first
 * recommendation, and may be closed already; `need.updated`: it was resolved again after a signal or a change of the
 * directory or the library. The other `need.` events are transitions of its status. `assignment.extended`: its due date
 * changed. `assignment.cancelled`: the person left or no longer needs it, or an admin cancelled it or gave it to
 * another person. `assignment.withdrawn`: the offer was undone, and the assignment deleted.
 */
export const NEED_EVENT_TYPES = [
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
  'assignment.extended',
  'assignment.completed',
  'assignment.cancelled',
  'assignment.withdrawn',
] as const;

export type NeedEventType = (typeof NEED_EVENT_TYPES)[number];
