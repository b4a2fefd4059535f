import { sql } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction, ids, joinSql, sqlArray } from '#platform/database';
import { NotFound } from '#platform/errors';
import { decodeCursor, pageOf } from '#platform/http';
import { containing } from '#platform/text';
import type { SynonymsQuery } from './synonym.dto.js';
import { SELECT_SYNONYMS, type SynonymPage, type SynonymRow, type SynonymView, synonymView } from './synonym.view.js';

/** The reading side of the tenant's synonyms. */
@Injectable()
export class SynonymReader {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  list({ cursor, limit, status, origin, courseId, q }: SynonymsQuery): Promise<SynonymPage> {
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    const conditions = [
      ...(before === null ? [] : [sql`synonym.id < ${before}::uuid`]),
      ...(status === undefined ? [] : [sql`synonym.status = any (${sqlArray(status)}::text[])`]),
      ...(origin === undefined ? [] : [sql`synonym.origin = ${origin}`]),
      ...(courseId === undefined ? [] : [sql`synonym.course_id = ${ids.parse('crs', courseId)}::uuid`]),
      ...(q === undefined ? [] : [sql`synonym.topic ilike ${containing(q)}`]),
    ];
    return this.database.inTenant(async (tx) => {
      const isListed = joinSql([sql`synonym.tenant_id = ${tx.tenantId}`, ...conditions], ' and ');
      const rows = await tx.execute<SynonymRow[]>(
        sql`${SELECT_SYNONYMS} where ${isListed} order by synonym.id desc limit ${limit + 1}`,
      );
      return pageOf(rows, limit, synonymView, ({ id }) => [id]);
    });
  }

  /** @throws NotFound */
  detail(id: string): Promise<SynonymView> {
    return this.database.inTenant((tx) => readSynonym(tx, id));
  }
}

/** @throws NotFound */
export async function readSynonym(tx: TenantTransaction, id: string): Promise<SynonymView> {
  const [row] = await tx.execute<SynonymRow[]>(
    sql`${SELECT_SYNONYMS} where synonym.tenant_id = ${tx.tenantId} and synonym.id = ${id}`,
  );
  if (row === undefined) throw new NotFound('synonym');
  return synonymView(row);
}
