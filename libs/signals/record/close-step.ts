import { readFileSync } from 'node:fs';
import { BinaryArray } from '#platform/database';
import { type BatchStep, byDataPoint, signalColumns } from './batch-step.js';
import type { PendingSignal } from './pending-signal.js';

/** Name and text of the closing statement. */
export const CLOSE_STATEMENT = { name: 'close', text: readFileSync(new URL('./close.sql', import.meta.url), 'utf8') } as const;

/** Closes the open needs of these signals' data points. Of several signals of one point the first closes it, the others find nothing open. */
export function closeStep(signals: readonly PendingSignal[]): BatchStep {
  const keyed = byDataPoint(signals);
  const firsts = keyed.points.flatMap(([first]) => first ?? []);
  return {
    signals,
    statement: CLOSE_STATEMENT,
    values: [
      BinaryArray.uuids(firsts.map(({ tenantId }) => tenantId)),
      BinaryArray.texts(firsts.map(({ dedupeKey }) => dedupeKey)),
      BinaryArray.timestamps(firsts.map(({ receivedAt }) => receivedAt)),
      ...signalColumns(signals, keyed),
    ],
    outcomes: (rows) => {
      const closed = new Set(rows.map(([position]) => Number(position)));
      return keyed.places.map(({ position, first }) => (first && closed.has(position) ? 'resolved' : 'nothing_open'));
    },
  };
}
