import { type BatchStep, byDataPoint } from './batch-step.js';
import { closeStep } from './close-step.js';
import { completeStep } from './complete-step.js';
import { lockStep } from './lock-step.js';
import type { PendingSignal } from './pending-signal.js';
import { recordStep } from './record-step.js';
import { rounds } from './rounds.js';

/**
 * Signals of one statement of a set: enough that the round trip does not count, few enough that its parameters stay
 * small.
 */
const SIGNALS_PER_STATEMENT = 500;

/**
 * The transactions of a batch, to be written one after the other: one, unless data points are both opened and closed in
 * it. Each has one statement that locks needs, in order, so that it waits for nobody who waits for it. What was sent
 * one by one need not be kept as one.
 */
export function batchTransactions(signals: readonly PendingSignal[]): BatchStep[][] {
  const { points, completions } = separateCompletions(signals);
  const [first, ...others] = rounds(points).flatMap(({ triggers, resolves }) => [
    ...(triggers.length > 0 ? [recordStep(triggers)] : []),
    ...(resolves.length > 0 ? [closeStep(resolves)] : []),
  ]);
  const completing = completions.length > 0 ? [completeStep(completions)] : [];
  return [first === undefined ? completing : [first, ...completing], ...others.map((step) => [step])];
}

/**
 * The statements of a set of thousands, one transaction. They lock needs in the order of their keys over all
 * statements; where some are opened and some closed, no one statement would, and those that are there are locked first.
 */
export function bulkSteps(signals: readonly PendingSignal[]): BatchStep[] {
  const { points, completions } = separateCompletions(signals);
  const isMixed = new Set(points.map(({ point }) => point.action)).size > 1;
  return [
    ...(isMixed ? [lockStep(points)] : []),
    ...rounds(points).flatMap(({ triggers, resolves }) => [
      ...chunked(triggers).map(recordStep),
      ...chunked(resolves).map(closeStep),
    ]),
    ...chunked(completions).map(completeStep),
  ];
}

/** Completions touch no need, and need no order. */
function separateCompletions(signals: readonly PendingSignal[]): {
  points: readonly PendingSignal[];
  completions: readonly PendingSignal[];
} {
  const completions = signals.filter(({ point }) => point.action === 'complete');
  return completions.length === 0
    ? { points: signals, completions }
    : { points: signals.filter(({ point }) => point.action !== 'complete'), completions };
}

function chunked(signals: readonly PendingSignal[]): PendingSignal[][] {
  const keyed = byDataPoint(signals).flat();
  const chunks: PendingSignal[][] = [];
  for (let start = 0; start < keyed.length; start += SIGNALS_PER_STATEMENT) {
    chunks.push(keyed.slice(start, start + SIGNALS_PER_STATEMENT));
  }
  return chunks;
}
