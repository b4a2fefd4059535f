import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import type { WorkerChange } from '../plan-upsert.js';
import { WORKER_KEYS, type WorkerRecord } from '../worker-record.js';

const AUDITED = ['name', ...WORKER_KEYS, 'active'] as const;

/**
 * Audits the workers who lose a name or a key, leave or come back by an import, one by one: an erasure recognises a
 * person by the audit log, and the log says who was there when. Other changes of workers by an import are counted only.
 */
export async function auditImported(
  tx: TenantTransaction,
  changes: readonly WorkerChange[],
  actor: string,
): Promise<void> {
  const audited = changes.flatMap(({ before, after }) => {
    if (before === null) return [];
    const lost = AUDITED.filter((field) => before[field] !== null && before[field] !== after[field]);
    return lost.length === 0 ? [] : [{ id: after.id, before: pick(before, lost), after: pick(after, lost) }];
  });
  await auditWorkers(tx, audited, actor);
}

/** Audits workers whom an import has deactivated. @param ids UUIDs */
export async function auditDeactivated(tx: TenantTransaction, ids: readonly string[], actor: string): Promise<void> {
  await auditWorkers(
    tx,
    ids.map((id) => ({ id, before: { active: true }, after: { active: false } })),
    actor,
  );
}

interface AuditedWorker {
  readonly id: string;
  readonly before: object;
  readonly after: object;
}

async function auditWorkers(tx: TenantTransaction, workers: readonly AuditedWorker[], actor: string): Promise<void> {
  if (workers.length === 0) return;
  await tx.execute(sql`
    insert into audit_entry (tenant_id, id, actor, action, subject_kind, subject_id, before, after)
    select ${tx.tenantId}::uuid, uuid_next(), ${actor}, 'worker.changed', 'worker', id, before, after
    from jsonb_to_recordset(${JSON.stringify(workers)}::jsonb) as given (id text, before jsonb, after jsonb)`);
}

function pick(worker: WorkerRecord, fields: ReadonlyArray<(typeof AUDITED)[number]>): object {
  return Object.fromEntries(fields.map((field) => [field, worker[field]]));
}
