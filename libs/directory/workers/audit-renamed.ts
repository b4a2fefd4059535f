import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';
import type { WorkerChange } from './plan-upsert.js';
import { WORKER_KEYS, type WorkerRecord } from './worker-record.js';

const NAMING = ['name', ...WORKER_KEYS] as const;

/**
 * Audits the workers who lose a name or a key by an import, one by one, because an erasure recognises a person by the
 * audit log. Other changes of workers by an import are counted only.
 */
export async function auditRenamed(
  tx: TenantTransaction,
  changes: readonly WorkerChange[],
  actor: string,
): Promise<void> {
  const renamed = changes.flatMap(({ before, after }) => {
    if (before === null) return [];
    const lost = NAMING.filter((field) => before[field] !== null && before[field] !== after[field]);
    return lost.length === 0 ? [] : [{ id: after.id, before: pick(before, lost), after: pick(after, lost) }];
  });
  if (renamed.length === 0) return;
  await tx.execute(sql`
    insert into audit_entry (tenant_id, id, actor, action, subject_kind, subject_id, before, after)
    select ${tx.tenantId}::uuid, uuid_next(), ${actor}, 'worker.changed', 'worker', id, before, after
    from jsonb_to_recordset(${JSON.stringify(renamed)}::jsonb) as given (id text, before jsonb, after jsonb)`);
}

function pick(worker: WorkerRecord, fields: ReadonlyArray<(typeof NAMING)[number]>): object {
  return Object.fromEntries(fields.map((field) => [field, worker[field]]));
}
