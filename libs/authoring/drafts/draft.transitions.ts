export const DRAFT_STATUSES = [
  'queued',
  'drafting',
  'ready',
  'in_review',
  'approved',
  'published',
  'rejected',
  'failed',
  'cancelled',
] as const;
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

/** Statuses in which a draft is under way; each topic has at most one such draft. */
export const UNDER_WAY = [
  'queued',
  'drafting',
  'ready',
  'in_review',
  'approved',
  'rejected',
] as const satisfies readonly DraftStatus[];

/** Statuses in which its reservation is neither charged nor given back. */
export const RESERVED: readonly DraftStatus[] = ['queued', 'drafting'];

/** `begin`, `finish` and `fail` are the worker's; a person requests the others. */
export type DraftEvent =
  'begin' | 'finish' | 'fail' | 'edit' | 'submit' | 'approve' | 'reject' | 'publish' | 'cancel' | 'retry';

type Steps = Readonly<Partial<Record<DraftStatus, DraftStatus>>>;

/**
 * The status that follows each status by an event, which is illegal in a status that is not listed (contract,
 * "Authoring"). An edit takes back what was submitted or rejected.
 */
const TRANSITIONS: Readonly<Record<DraftEvent, Steps>> = {
  begin: { queued: 'drafting' },
  finish: { drafting: 'ready' },
  fail: { queued: 'failed', drafting: 'failed' },
  edit: { ready: 'ready', in_review: 'ready', rejected: 'ready' },
  submit: { ready: 'in_review' },
  approve: { in_review: 'approved' },
  reject: { in_review: 'rejected' },
  publish: { approved: 'published' },
  cancel: {
    queued: 'cancelled',
    drafting: 'cancelled',
    ready: 'cancelled',
    in_review: 'cancelled',
    approved: 'cancelled',
    rejected: 'cancelled',
  },
  retry: { failed: 'queued' },
};

const REQUESTED: readonly DraftEvent[] = ['edit', 'submit', 'approve', 'reject', 'publish', 'cancel', 'retry'];

/** The status after an event; null: the event is illegal in this status. */
export function statusAfter(status: DraftStatus, event: DraftEvent): DraftStatus | null {
  return TRANSITIONS[event][status] ?? null;
}

/** What a person can request in a status. */
export function requestableIn(status: DraftStatus): DraftEvent[] {
  return REQUESTED.filter((event) => statusAfter(status, event) !== null);
}
