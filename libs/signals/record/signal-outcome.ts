/**
 * What became of a data point: it `created` a need or `joined` an open one; or, where its source said that the
 * condition is over, the open need was `resolved` or there was `nothing_open`. A
 * `completion` has no need: what it answers is closed in the background.
 */
export const SIGNAL_OUTCOMES = ['created', 'joined', 'resolved', 'nothing_open', 'completion'] as const;
export type SignalOutcome = (typeof SIGNAL_OUTCOMES)[number];
