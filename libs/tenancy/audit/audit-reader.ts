import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  Database,
  type SqlFragment,
  type TenantTransaction,
  ids,
  isoTime,
  joinSql,
  lowestIdAt,
  sqlArray,
} from '#platform/database';
import { decodeCursor, largePageOf } from '#platform/http';
import { startInstant } from '../tenants/time-zone.js';
import { shownSubjectId, wantedSubject } from './audit-subject.js';
import { withPublicIds } from './public-ids.js';
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

/** Reads the audit log of the tenant, newest entries first. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  list(query: AuditQuery): Promise<AuditPage> {
    return this.database.inTenant(async (tx) => {
      const found = await tx.execute<Array<{ id: string; bytes: number }>>(
        sql`select id, coalesce(octet_length(before::text), 0) + coalesce(octet_length(after::text), 0) as bytes
          from audit_entry where ${await matches(tx, query)} order by id desc limit ${query.limit + 1}`,
      );
      const read = (entryIds: readonly string[]): Promise<AuditRow[]> =>
        tx.execute(
          sql`select id, uuid_time(id) as at, actor, action, subject_kind, subject_id, before, after from audit_entry
            where tenant_id = ${tx.tenantId} and id = any (${sqlArray(entryIds)}::uuid[])`,
        );
      return largePageOf(found, query.limit, read, view);
    });
  }
}

/** Each filter has an index that ends in the id; the time of an entry is in its id. */
async function matches(
  tx: TenantTransaction,
  { cursor, actor, action, subject, since, until }: AuditQuery,
): Promise<SqlFragment> {
  const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
  const conditions = [
    sql`tenant_id = ${tx.tenantId}`,
    ...(actor === undefined ? [] : [sql`actor = ${actor}`]),
    ...(action === undefined ? [] : [sql`action = ${action}`]),
    ...(subject === undefined ? [] : [isAbout(subject)]),
    ...(since === undefined ? [] : [sql`id >= ${lowestIdAt(await startInstant(tx, since))}`]),
    ...(until === undefined ? [] : [sql`id < ${lowestIdAt(await startInstant(tx, until))}`]),
    ...(before === null ? [] : [sql`id < ${before}::uuid`]),
  ];
  return joinSql(conditions, ' and ');
}

function isAbout(subject: string): SqlFragment {
  const wanted = wantedSubject(subject);
  return 'kind' in wanted
    ? sql`subject_kind = ${wanted.kind}`
    : sql`subject_id = any (${sqlArray(wanted.ids)}::text[])`;
}

function view(row: AuditRow): AuditEntryView {
  return {
    id: ids.show('aud', row.id),
    at: isoTime(row.at),
    actor: row.actor,
    action: row.action,
    subject: { kind: row.subject_kind, id: shownSubjectId(row.subject_kind, row.subject_id) },
    before: withPublicIds(row.before),
    after: withPublicIds(row.after),
  };
}
