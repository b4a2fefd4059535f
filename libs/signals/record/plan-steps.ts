import { type BatchStep, byDataPoint } from './batch-step.js';
import { closeStep } from './close-step.js';
import { completeStep } from './complete-step.js';
import { lockStep } from './lock-step.js';
import type { PendingSignal } from './pending-signal.js';
import { recordStep } from './record-step.js';
import { rounds } from './rounds.js';

/**
 * Signals per statement of a set: enough to make the round trip negligible, few enough to keep the parameters small.
 */
const SIGNALS_PER_STATEMENT = 500;

/**
 * Plans the transactions of a batch, to be executed one after the other. There is one transaction, unless the batch
 * opens some needs and closes others. Each transaction has only one statement that locks needs, in order, so that it
 * cannot deadlock. The signals of a batch were sent separately, and need no common transaction.
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
 * Plans the statements of a set of up to thousands of signals, in one transaction. The statements together lock needs
 * in the order of their keys. If the set opens some needs and closes others, this would not hold, so that a first
 * statement locks all existing needs.
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

/** Separates the completions, which change no need, so that their order does not matter. */
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
