/**
 * What an operation does to each of its needs. The list is that of the table's CHECK constraint and of the API; the
 * steps of each kind come from the library that registers it (`OperationRegistry`). The registrations are not the list:
 * a process that loads one library too few must fail at its start, and clients must know the kinds.
 */
export const OPERATION_KINDS = ['offer', 'dismiss', 'snooze', 'author', 'offer_missing', 'assign'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** `failed`: a step failed too often. The results of the previous steps remain, and can be undone. */
export const OPERATION_STATUSES = ['queued', 'running', 'done', 'failed', 'undoing', 'undone'] as const;
export type OperationStatus = (typeof OPERATION_STATUSES)[number];

/** `begun`: some of its people are assigned. `kept`: not undone, because somebody has changed the need since. */
export const ITEM_STATUSES = ['waiting', 'begun', 'done', 'failed', 'undone', 'kept'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What the counters of an operation count. */
export type OperationUnit = 'people' | 'needs';
