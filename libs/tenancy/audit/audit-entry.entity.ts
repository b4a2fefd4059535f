import { defineEntity, p } from '@mikro-orm/core';

/**
 * An action with its actor, its subject, and the subject before and after. The time is in the id. Never deleted,
 * and only updated by the erasure of a person.
 */
const AuditEntrySchema = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    actor: p.string(),
    action: p.string(),
    subjectKind: p.string(),
    subjectId: p.string(),
    before: p.json<object>().nullable(),
    after: p.json<object>().nullable(),
  },
});

export class AuditEntry extends AuditEntrySchema.class {}
AuditEntrySchema.setClass(AuditEntry);
