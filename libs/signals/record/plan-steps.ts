import { type BatchStep, byDataPoint } from './batch-step.js';
import { closeStep } from './close-step.js';
import { completeStep } from './complete-step.js';
import { lockStep } from './lock-step.js';
import type { PendingSignal } from './pending-signal.js';
import { recordStep } from './record-step.js';
import { rounds } from './rounds.js';

/** Signals of one statement of a set: enough that the round trip does not count, few enough that its parameters stay small. */
const SIGNALS_A_STATEMENT = 500;

/** The statements of a batch: one, unless data points are closed in it, or trainings completed. */
export function batchSteps(signals: readonly PendingSignal[]): BatchStep[] {
  const { points, completions } = apart(signals);
  return [
    ...lockedFirst(points),
    ...rounds(points).flatMap(({ triggers, resolves }) => [
      ...(triggers.length > 0 ? [recordStep(triggers)] : []),
      ...(resolves.length > 0 ? [closeStep(resolves)] : []),
    ]),
    ...(completions.length > 0 ? [completeStep(completions)] : []),
  ];
}

/**
 * The statements of a set of thousands. They lock needs in the order of their keys over all statements, as every batch
 * does within its one, so that two transactions do not wait for each other.
 */
export function bulkSteps(signals: readonly PendingSignal[]): BatchStep[] {
  const { points, completions } = apart(signals);
  return [
    ...lockedFirst(points),
    ...rounds(points).flatMap(({ triggers, resolves }) => [...inChunks(triggers).map(recordStep), ...inChunks(resolves).map(closeStep)]),
    ...inChunks(completions).map(completeStep),
  ];
}

/** Where some points are opened and some closed, no one statement locks the needs of all. */
function lockedFirst(points: readonly PendingSignal[]): BatchStep[] {
  return new Set(points.map(({ point }) => point.action)).size > 1 ? [lockStep(points)] : [];
}

/** Completions touch no need, and need no order. */
function apart(signals: readonly PendingSignal[]): { points: readonly PendingSignal[]; completions: readonly PendingSignal[] } {
  const completions = signals.filter(({ point }) => point.action === 'complete');
  return completions.length === 0 ? { points: signals, completions } : { points: signals.filter(({ point }) => point.action !== 'complete'), completions };
}

function inChunks(signals: readonly PendingSignal[]): PendingSignal[][] {
  const keyed = byDataPoint(signals).flat();
  const chunks: PendingSignal[][] = [];
  for (let start = 0; start < keyed.length; start += SIGNALS_A_STATEMENT) {
    chunks.push(keyed.slice(start, start + SIGNALS_A_STATEMENT));
  }
  return chunks;
}
