import { type PendingSignal, needKey } from './pending-signal.js';

/** Signals that one pair of statements can write: no data point is both triggered and resolved. */
export interface Round {
  readonly triggers: readonly PendingSignal[];
  readonly resolves: readonly PendingSignal[];
}

/**
 * Splits signals into rounds, which are written one after the other, so that the signals of each data point take effect
 * in the order in which they were sent. Trigger, resolve, trigger leaves an open need; trigger, resolve leaves none.
 * The order of different points does not matter, so that there is nearly always one round.
 */
export function rounds(signals: readonly PendingSignal[]): Round[] {
  if (signals.every(({ point }) => point.action === 'trigger')) return [{ triggers: signals, resolves: [] }];
  const split: Array<{ triggers: PendingSignal[]; resolves: PendingSignal[] }> = [];
  const last = new Map<string, { round: number; action: string }>();
  for (const signal of signals) {
    const { action } = signal.point;
    const before = last.get(needKey(signal));
    const round = before === undefined ? 0 : before.round + (before.action === action ? 0 : 1);
    last.set(needKey(signal), { round, action });
    const { triggers, resolves } = (split[round] ??= { triggers: [], resolves: [] });
    (action === 'trigger' ? triggers : resolves).push(signal);
  }
  return split;
}
