import { Injectable } from '@nestjs/common';
import { Database, type TenantTransaction, ids, sqlArray } from '#platform/database';
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
    const conditions = ['synonym.tenant_id = ?'];
    const values: unknown[] = [];
    const add = (condition: string, value: unknown): void => {
      conditions.push(condition);
      values.push(value);
    };
    const [before] = decodeCursor(cursor, ['uuid']) ?? [null];
    if (before !== null) add('synonym.id < ?::uuid', before);
    if (status !== undefined) add('synonym.status = any (?::text[])', sqlArray(status));
    if (origin !== undefined) add('synonym.origin = ?', origin);
    if (courseId !== undefined) add('synonym.course_id = ?::uuid', ids.parse('crs', courseId));
    if (q !== undefined) add('synonym.topic ilike ?', containing(q));
    return this.database.inTenant(async (tx) => {
      const rows = await tx.execute<SynonymRow[]>(
        `${SELECT_SYNONYMS} where ${conditions.join(' and ')} order by synonym.id desc limit ?`,
        [tx.tenantId, ...values, limit + 1],
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
  const [row] = await tx.execute<SynonymRow[]>(`${SELECT_SYNONYMS} where synonym.tenant_id = ? and synonym.id = ?`, [
    tx.tenantId,
    id,
  ]);
  if (row === undefined) throw new NotFound('synonym');
  return synonymView(row);
}
