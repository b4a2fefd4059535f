import { readFileSync } from 'node:fs';
import { BinaryRows, type Column, column } from '#platform/database';
import { type BatchStep, signalColumns } from './batch-step.js';
import { type CompletionFacts, completionFacts } from './completion-facts.js';
import type { PendingSignal } from './pending-signal.js';

/** Name and text of the statement that stores completions. */
export const COMPLETE_STATEMENT = {
  name: 'complete',
  text: readFileSync(new URL('./complete.sql', import.meta.url), 'utf8'),
} as const;

/** Records signals that report completed trainings. A worker process closes the needs that they answer. */
export function completeStep(signals: readonly PendingSignal[]): BatchStep {
  const rows = signals.map((signal): CompletionRow => ({ signal, facts: factsOf(signal) }));
  return {
    signals,
    statement: COMPLETE_STATEMENT,
    values: [new BinaryRows(COLUMNS, rows)],
    outcomes: () => signals.map(() => 'completion'),
  };
}

function factsOf({ raw, receivedAt, firstReceivedAt = receivedAt }: PendingSignal): CompletionFacts {
  return completionFacts(JSON.parse(raw) as Readonly<Record<string, unknown>>, firstReceivedAt);
}

interface CompletionRow {
  readonly signal: PendingSignal;
  readonly facts: CompletionFacts;
}

/** The columns of the composite type `completion_report`. */
const COLUMNS: ReadonlyArray<Column<CompletionRow>> = [
  ...signalColumns<CompletionRow>(({ signal }) => signal),
  column.text('external_worker_id', ({ signal }) => signal.point.worker.externalWorkerId),
  column.text('email', ({ signal }) => signal.point.worker.email),
  column.text('learner_id', ({ signal }) => signal.point.worker.learnerId),
  column.text('topic', ({ signal }) => signal.point.topic),
  column.text('courses', ({ facts }) => JSON.stringify(facts.courses)),
  column.text('completed_on', ({ facts }) => facts.completedOn),
  column.timestamptz('completed_at', ({ facts }) => facts.completedAt),
];
