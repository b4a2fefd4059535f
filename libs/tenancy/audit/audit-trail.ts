import { Injectable } from '@nestjs/common';
import { Database, ids, isoTime, sqlArray } from '#platform/database';
import { decodeCursor, largePageOf } from '#platform/http';
import { shownSubjectId, wantedSubject } from './audit-subject.js';
import type { AuditEntryView, AuditPage, AuditQuery } from './audit.dto.js';

interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly before: object | null;
  readonly after: object | null;
}

/** The reading side of the audit log: the tenant's entries, the latest first. */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: Database) {}

  list(query: AuditQuery): Promise<AuditPage> {
    return this.database.inTenant(async (tx) => {
      const { sql, values } = filter(tx.tenantId, query);
      const found = await tx.execute<Array<{ id: string; bytes: number }>>(
        `select id, coalesce(octet_length(before::text), 0) + coalesce(octet_length(after::text), 0) as bytes from audit_entry where ${sql} order by id desc limit ?`,
        [...values, query.limit + 1],
      );
      const read = (entryIds: readonly string[]): Promise<AuditRow[]> =>
        tx.execute(
          'select id, uuid_time(id) as at, actor, action, subject_kind, subject_id, before, after from audit_entry where tenant_id = ? and id = any (?::uuid[])',
          [tx.tenantId, sqlArray(entryIds)],
        );
      return largePageOf(found, query.limit, read, view);
    });
  }
}

/** Each filter has an index that ends in the id (migration 20261125070000); the time of an entry is in its id. */
function filter(
  tenantId: string,
  { cursor, actor, action, subject, since, until }: AuditQuery,
): { sql: string; values: unknown[] } {
  const conditions = ['tenant_id = ?'];
  const values: unknown[] = [tenantId];
  const add = (condition: string, value: unknown): void => {
    conditions.push(condition);
    values.push(value);
  };
  if (actor !== undefined) add('actor = ?', actor);
  if (action !== undefined) add('action = ?', action);
  if (subject !== undefined) {
    const wanted = wantedSubject(subject);
    if ('kind' in wanted) add('subject_kind = ?', wanted.kind);
    else add('subject_id = any (?::text[])', sqlArray(wanted.ids));
  }
  if (since !== undefined) add('id >= uuid_floor(?::timestamptz)', since.toISOString());
  if (until !== undefined) add('id < uuid_floor(?::timestamptz)', until.toISOString());
  const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
  if (before !== null) add('id < ?::uuid', before);
  return { sql: conditions.join(' and '), values };
}

function view(row: AuditRow): AuditEntryView {
  return {
    id: ids.show('aud', row.id),
    at: isoTime(row.at),
    actor: row.actor,
    action: row.action,
    subject: { kind: row.subject_kind, id: shownSubjectId(row.subject_kind, row.subject_id) },
    before: row.before,
    after: row.after,
  };
}
