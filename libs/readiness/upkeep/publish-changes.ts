import { keepEvents } from '#needs';
import { type TenantTransaction, notifyChange } from '#platform/database';
import { STATUSES } from '../rule/kinds.js';
import { READINESS_CHANGED } from './event-types.js';

/** The rank of whoever is new, until a fact says otherwise. */
const READY = STATUSES.indexOf('ready');

/** A worker whose row on the board has changed. */
export interface ChangedWorker {
  readonly workerId: string;
  /** Rank of the status before and after; null: not on the board. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Notifies the streams of the tenant of changed rows, and stores an event for its webhooks for each changed status. */
export async function publishChanges(tx: TenantTransaction, changed: readonly ChangedWorker[]): Promise<void> {
  if (changed.length === 0) return;
  const workerIds = changed.map(({ workerId }) => workerId);
  await notifyChange(tx, { tenantId: tx.tenantId, kind: 'readiness', action: 'changed', ids: workerIds });
  await keepEvents(
    tx,
    changed
      .filter(({ before, after }) => after !== null && after !== (before ?? READY))
      .map(({ workerId }) => ({ type: READINESS_CHANGED, subjectId: workerId })),
  );
}
