import type { NeedStatus } from '../need.js';

/** The events of a need. Each is written to the audit log as `need.<auditVerb>`. */
export const NEED_EVENTS = [
  'offer',
  'start',
  'complete',
  'author',
  'withdraw',
  'dismiss',
  'snooze',
  'wake',
  'resolve',
  'reopen',
] as const;
export type NeedEvent = (typeof NEED_EVENTS)[number];

interface Transition {
  /** The status that follows each status. The event is illegal in a status that is not listed. */
  readonly steps: Readonly<Partial<Record<NeedStatus, NeedStatus>>>;
  /** Past participle, for the audit log and the need's history. */
  readonly auditVerb: string;
  /** True if a person can request it for a need. The others follow from something else, such as a completion. */
  readonly asked: boolean;
}

/**
 * The transitions of a need. `withdraw`: the offer was undone, or the draft abandoned. `wake`: the snooze ended, or
 * the severity rose. `resolve`: the source reported that the condition is over, or the person has left.
 */
export const TRANSITIONS: Readonly<Record<NeedEvent, Transition>> = {
  // An offer to more people keeps the status of the first offer.
  offer: {
    steps: {
      open: 'offered',
      offered: 'offered',
      in_progress: 'in_progress',
      authoring: 'offered',
      snoozed: 'offered',
    },
    auditVerb: 'offered',
    asked: true,
  },
  start: { steps: { offered: 'in_progress' }, auditVerb: 'started', asked: false },
  complete: {
    steps: {
      open: 'completed',
      offered: 'completed',
      in_progress: 'completed',
      authoring: 'completed',
      snoozed: 'completed',
    },
    auditVerb: 'completed',
    asked: false,
  },
  author: { steps: { open: 'authoring', snoozed: 'authoring' }, auditVerb: 'sent_to_authoring', asked: true },
  withdraw: {
    steps: { offered: 'open', in_progress: 'open', authoring: 'open' },
    auditVerb: 'withdrawn',
    asked: false,
  },
  dismiss: {
    steps: {
      open: 'dismissed',
      offered: 'dismissed',
      in_progress: 'dismissed',
      authoring: 'dismissed',
      snoozed: 'dismissed',
    },
    auditVerb: 'dismissed',
    asked: true,
  },
  // Another snooze replaces the time.
  snooze: { steps: { open: 'snoozed', snoozed: 'snoozed' }, auditVerb: 'snoozed', asked: true },
  wake: { steps: { snoozed: 'open' }, auditVerb: 'woken', asked: false },
  resolve: {
    steps: {
      open: 'resolved',
      offered: 'resolved',
      in_progress: 'resolved',
      authoring: 'resolved',
      snoozed: 'resolved',
    },
    auditVerb: 'resolved',
    asked: false,
  },
  reopen: {
    steps: { completed: 'open', dismissed: 'open', resolved: 'open', snoozed: 'open' },
    auditVerb: 'reopened',
    asked: true,
  },
};

/** The events that a person can request for a need in this status. */
export function allowedFrom(status: NeedStatus): NeedEvent[] {
  return NEED_EVENTS.filter((event) => TRANSITIONS[event].asked && TRANSITIONS[event].steps[status] !== undefined);
}
