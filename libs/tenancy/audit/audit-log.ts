import { type TenantTransaction, type Transaction, ids } from '#platform/database';
import { AuditEntry } from './audit-entry.entity.js';

/** A change in the audit log. `before` and `after` must not contain secrets: the caller picks the fields. */
export interface AuditedChange {
  readonly actor: string;
  /** `course.published`, `tenant.created`: subject and past participle. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly before?: object;
  readonly after?: object;
}

/** Writes a change to the audit log in the transaction that makes it, so that both are stored or neither. */
export function audit(tx: TenantTransaction, change: AuditedChange): void {
  auditFor(tx, tx.tenantId, change);
}

/** As {@link audit}, in a transaction of several tenants. */
export function auditFor(
  tx: Transaction,
  tenantId: string,
  { actor, action, subject, before, after }: AuditedChange,
): void {
  tx.create(AuditEntry, {
    tenantId,
    id: ids.next(),
    actor,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    before,
    after,
  });
}
