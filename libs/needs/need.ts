/** Where a need stands: while it is open-ish, signals with its key join it. */
export const OPEN_STATUSES = ['open', 'offered', 'in_progress', 'authoring', 'snoozed'] as const;

/**
 * `resolved`: its source said that the condition is over. A closed need gathers no signals, but for a dismissed one
 * that keeps its key quiet.
 */
export const CLOSED_STATUSES = ['completed', 'dismissed', 'resolved'] as const;

export const NEED_STATUSES = [...OPEN_STATUSES, ...CLOSED_STATUSES] as const;
export type NeedStatus = (typeof NEED_STATUSES)[number];

export const RECOMMENDATIONS = ['pending', 'course', 'author_one'] as const;
export type RecommendationKind = (typeof RECOMMENDATIONS)[number];
