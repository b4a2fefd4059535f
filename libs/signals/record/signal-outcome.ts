/**
 * The effect of a signal: it `created` a need or `joined` an open one. If its source reported that the condition is
 * over, the open need was `resolved`, or there was `nothing_open`. A `completion` has no need of its own: the needs
 * that it answers are closed in the background.
 */
export const SIGNAL_OUTCOMES = ['created', 'joined', 'resolved', 'nothing_open', 'completion'] as const;
export type SignalOutcome = (typeof SIGNAL_OUTCOMES)[number];
