import { readFileSync } from 'node:fs';
import { BinaryArray } from '#platform/database';
import type { BatchStep } from './batch-step.js';
import { completionFacts } from './completion-facts.js';
import type { PendingSignal } from './pending-signal.js';

/** Name and text of the statement that keeps completions. */
export const COMPLETE_STATEMENT = { name: 'complete', text: readFileSync(new URL('./complete.sql', import.meta.url), 'utf8') } as const;

/** Keeps signals that tell of completions, for the workers to close what they answer. */
export function completeStep(signals: readonly PendingSignal[]): BatchStep {
  const points = signals.map(({ point }) => point);
  const facts = signals.map(({ raw, receivedAt, toldAt = receivedAt }) => completionFacts(JSON.parse(raw) as Readonly<Record<string, unknown>>, toldAt));
  return {
    signals,
    statement: COMPLETE_STATEMENT,
    values: [
      BinaryArray.uuids(signals.map(({ tenantId }) => tenantId)),
      BinaryArray.uuids(signals.map(({ signalId }) => signalId)),
      BinaryArray.smallints(signals.map(({ retentionMonths }) => retentionMonths)),
      BinaryArray.texts(points.map(({ type }) => type)),
      BinaryArray.texts(signals.map(({ dedupeKey }) => dedupeKey)),
      BinaryArray.texts(signals.map(({ raw }) => raw)),
      BinaryArray.texts(points.map(({ worker }) => worker.externalWorkerId)),
      BinaryArray.texts(points.map(({ worker }) => worker.email)),
      BinaryArray.texts(points.map(({ worker }) => worker.learnerId)),
      BinaryArray.texts(points.map(({ topic }) => topic)),
      BinaryArray.texts(facts.map(({ courses }) => JSON.stringify(courses))),
      BinaryArray.timestamps(facts.map(({ completedAt }) => completedAt)),
    ],
    outcomes: () => signals.map(() => 'completion'),
  };
}
