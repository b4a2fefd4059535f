/**
 * The months for which a tenant can keep its signals. Each value is a class of partitions, and each class in use costs a
 * partition a month.
 */
export const RETENTION_MONTHS = [1, 3, 6, 12, 24, 36, 84] as const;

export const DEFAULT_RETENTION_MONTHS = 12;
