import { keepEvents } from '#needs';
import { type OfTenant, type Transaction, notifyChanges } from '#platform/database';
import { READINESS_CHANGED } from './event-types.js';

/** A worker whose row on the board has changed. */
export interface ChangedWorker extends OfTenant {
  readonly workerId: string;
  /** Rank of the status before; null: they come back after they had left. */
  readonly before: number | null;
  /** Rank of the status after; null: they have left. */
  readonly after: number | null;
}

/**
 * Notifies the streams of each tenant of changed rows, and stores an event for its webhooks for each changed status.
 * Somebody who comes back has an event in any case: their last status may never have been sent.
 */
export async function publishChanges(tx: Transaction, changed: readonly ChangedWorker[]): Promise<void> {
  const byTenant = Map.groupBy(changed, ({ tenantId }) => tenantId);
  await notifyChanges(
    tx,
    [...byTenant].map(([tenantId, workers]) => ({
      tenantId,
      kind: 'readiness',
      action: 'changed',
      ids: workers.map(({ workerId }) => workerId),
    })),
  );
  await keepEvents(
    tx,
    changed
      .filter(({ before, after }) => after !== null && after !== before)
      .map(({ tenantId, workerId }) => ({ tenantId, type: READINESS_CHANGED, subjectId: workerId })),
  );
}
