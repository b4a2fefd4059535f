/** The status of a worker is another one: by a change of facts, or by time alone. Whoever is new counts as ready before. */
export const READINESS_CHANGED = 'worker.readiness_changed';

/** Types of the events that webhooks receive about readiness. */
export const READINESS_EVENT_TYPES = [READINESS_CHANGED] as const;
