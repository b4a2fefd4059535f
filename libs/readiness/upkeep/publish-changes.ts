import { keepEvents } from '#needs';
import { type OfTenant, type Transaction, notifyChanges } from '#platform/database';
import { STATUSES } from '../rule/kinds.js';
import { READINESS_CHANGED } from './event-types.js';

/** The rank of a new worker, until a fact says otherwise. */
const READY = STATUSES.indexOf('ready');

/** A worker whose row on the board has changed. */
export interface ChangedWorker extends OfTenant {
  readonly workerId: string;
  /** Rank of the status before and after; null: not on the board. */
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Notifies the streams of each tenant of changed rows, and stores an event for its webhooks for each changed status.
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
      .filter(({ before, after }) => after !== null && after !== (before ?? READY))
      .map(({ tenantId, workerId }) => ({ tenantId, type: READINESS_CHANGED, subjectId: workerId })),
  );
}
