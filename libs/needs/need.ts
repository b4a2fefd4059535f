/** Statuses of an open need, which signals with its key join. */
export const OPEN_STATUSES = ['open', 'offered', 'in_progress', 'authoring', 'snoozed'] as const;

/** Statuses of the inbox: open, and not snoozed. */
export const INBOX_STATUSES = ['open', 'offered', 'in_progress', 'authoring'] as const;

/**
 * `resolved`: the source reported that the condition is over. Signals do not join a closed need, except a dismissed one
 * whose quiet time has not ended.
 */
export const CLOSED_STATUSES = ['completed', 'dismissed', 'resolved'] as const;

export const NEED_STATUSES = [...OPEN_STATUSES, ...CLOSED_STATUSES] as const;
export type NeedStatus = (typeof NEED_STATUSES)[number];

export const RECOMMENDATIONS = ['pending', 'course', 'author_one'] as const;
export type RecommendationKind = (typeof RECOMMENDATIONS)[number];
