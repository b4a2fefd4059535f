export const DISMISS_REASONS = ['not_training', 'equivalent_held', 'duplicate', 'wrong_target', 'other'] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];
