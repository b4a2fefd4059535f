/** Where a need stands. Closed: completed, dismissed, resolved (its source said so); a closed one no longer gathers signals. */
export const NEED_STATUSES = ['open', 'offered', 'in_progress', 'authoring', 'snoozed', 'completed', 'dismissed', 'resolved'] as const;
export type NeedStatus = (typeof NEED_STATUSES)[number];

export const RECOMMENDATIONS = ['pending', 'course', 'author_one'] as const;
export type RecommendationKind = (typeof RECOMMENDATIONS)[number];
