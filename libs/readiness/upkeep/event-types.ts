/**
 * The status of a worker has changed, because facts have changed or time has passed, or the worker has come
 * back after they had left. A new worker counts as ready before.
 */
export const READINESS_CHANGED = 'worker.readiness_changed';

/** Types of the events that webhooks receive about readiness. */
export const READINESS_EVENT_TYPES = [READINESS_CHANGED] as const;
