/**
 * Settings of PostgreSQL for prepared statements that look up rows by keys. A generic plan is used from the first
 * execution on. PostgreSQL would otherwise plan a statement with arrays at each execution, because it estimates fewer
 * elements than for a generic plan; planning takes longer than the lookups. Such a plan may have been made while a
 * table was almost empty, and must not scan the table when there are many rows.
 */
export const KEYED_PLANS = { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off' } as const;
