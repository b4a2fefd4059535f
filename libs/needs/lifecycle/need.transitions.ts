import type { NeedStatus } from '../need.js';

/** What can happen to a need. Each is written to the audit log as `need.<told>`. */
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
  /** Where it leads, by where the need stands; what is not named is no legal move. */
  readonly steps: Readonly<Partial<Record<NeedStatus, NeedStatus>>>;
  /** Past participle, for the audit log and the need's history. */
  readonly told: string;
  /**
   * True where a person asks for it at the need itself; the others follow from something else, as a completed
   * assignment.
   */
  readonly asked: boolean;
}

/**
 * The life of a need. `withdraw`: the offer was taken back, or the draft given up. `wake`: the time that
 * it was snoozed for is over, or it became more severe. `resolve`: the condition is over, as its source says, or the
 * person has left.
 */
export const TRANSITIONS: Readonly<Record<NeedEvent, Transition>> = {
  // Offered to more people, it stays where the first ones are.
  offer: {
    steps: {
      open: 'offered',
      offered: 'offered',
      in_progress: 'in_progress',
      authoring: 'offered',
      snoozed: 'offered',
    },
    told: 'offered',
    asked: true,
  },
  start: { steps: { offered: 'in_progress' }, told: 'started', asked: false },
  complete: {
    steps: {
      open: 'completed',
      offered: 'completed',
      in_progress: 'completed',
      authoring: 'completed',
      snoozed: 'completed',
    },
    told: 'completed',
    asked: false,
  },
  author: { steps: { open: 'authoring', snoozed: 'authoring' }, told: 'sent_to_authoring', asked: true },
  withdraw: { steps: { offered: 'open', in_progress: 'open', authoring: 'open' }, told: 'withdrawn', asked: false },
  dismiss: {
    steps: {
      open: 'dismissed',
      offered: 'dismissed',
      in_progress: 'dismissed',
      authoring: 'dismissed',
      snoozed: 'dismissed',
    },
    told: 'dismissed',
    asked: true,
  },
  // Snoozed again, it sleeps until the new time.
  snooze: { steps: { open: 'snoozed', snoozed: 'snoozed' }, told: 'snoozed', asked: true },
  wake: { steps: { snoozed: 'open' }, told: 'woken', asked: false },
  resolve: {
    steps: {
      open: 'resolved',
      offered: 'resolved',
      in_progress: 'resolved',
      authoring: 'resolved',
      snoozed: 'resolved',
    },
    told: 'resolved',
    asked: false,
  },
  reopen: {
    steps: { completed: 'open', dismissed: 'open', resolved: 'open', snoozed: 'open' },
    told: 'reopened',
    asked: true,
  },
};

/** What a person may do to a need that stands there. */
export function allowedFrom(status: NeedStatus): NeedEvent[] {
  return NEED_EVENTS.filter((event) => TRANSITIONS[event].asked && TRANSITIONS[event].steps[status] !== undefined);
}
