import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, ids, sqlArray } from '#platform/database';

/** A passage in words, by the ids that the API shows. */
interface CitedPassage {
  readonly documentId: string;
  readonly passageId: string;
  readonly text: string;
}

interface CitedRow {
  readonly id: string;
  readonly documentId: string;
  readonly title: string;
  readonly version: string;
  readonly section: string;
}

/** The passages of current versions among those named, each with its document, version and section in words. */
export async function citePassages(
  tx: TenantTransaction,
  passages: ReadonlyArray<{ readonly passageId: string }>,
): Promise<CitedPassage[]> {
  if (passages.length === 0) return [];
  const wanted = passages.flatMap(({ passageId }) => ids.parse('psg', passageId) ?? []);
  const rows = await tx.execute<CitedRow[]>(sql`
    select passage.id, document_id as "documentId", title, version, section
    from passage join document on document.tenant_id = passage.tenant_id and document.id = passage.document_id
      and document.revision = passage.revision
    where passage.tenant_id = ${tx.tenantId} and passage.id = any (${sqlArray(wanted)}::uuid[])`);
  return rows.map((row) => ({
    documentId: ids.show('doc', row.documentId),
    passageId: ids.show('psg', row.id),
    text: citation(row),
  }));
}

/** `Forklift procedure, version 3.1, 2 Driving › 2.1 Speed`. */
export function citation({ title, version, section }: Pick<CitedRow, 'title' | 'version' | 'section'>): string {
  return [title, `version ${version}`, ...(section === '' ? [] : [section])].join(', ');
}
