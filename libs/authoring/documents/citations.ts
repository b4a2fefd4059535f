import { sql } from '@mikro-orm/postgresql';
import { markForReview } from '#catalog';
import { type TenantTransaction, ids, notifyChange, sqlArray } from '#platform/database';

/** A passage by the ids that the API shows. */
interface Cited {
  readonly documentId: string;
  readonly passageId: string;
}

/**
 * Stores which passages a draft cites now, and waits for versions of their documents that are being uploaded.
 * @returns whether one of them is not in the current version of its document
 */
export async function noteCitations(tx: TenantTransaction, draftId: string, cited: readonly Cited[]): Promise<boolean> {
  const { tenantId } = tx;
  const known = new Map(
    cited.flatMap(({ documentId, passageId }) => {
      const [document, passage] = [ids.parse('doc', documentId), ids.parse('psg', passageId)];
      return document === null || passage === null ? [] : [[passage, document] as const];
    }),
  );
  const passages = sqlArray([...known.keys()]);
  const documents = sqlArray([...known.values()]);
  await tx.execute(sql`delete from citation where tenant_id = ${tenantId} and draft_id = ${draftId}`);
  if (known.size === 0) return false;
  await tx.execute(sql`
    insert into citation (tenant_id, draft_id, passage_id, document_id)
    select ${tenantId}, ${draftId}, passage_id, document_id
    from unnest(${passages}::uuid[], ${documents}::uuid[]) as given (passage_id, document_id)`);
  // An upload locks its document: either it sees these citations, or this transaction sees its version.
  await tx.execute(sql`
    select from document where tenant_id = ${tenantId} and id = any (${documents}::uuid[]) order by id for share`);
  const [row] = await tx.execute<Array<{ current: number }>>(sql`
    select count(*)::integer as current
    from passage join document on document.tenant_id = passage.tenant_id and document.id = passage.document_id
      and document.revision = passage.revision
    where passage.tenant_id = ${tenantId} and passage.id = any (${passages}::uuid[])`);
  return (row?.current ?? 0) < known.size;
}

/**
 * Locks the drafts that cite a document. Call it before the document is locked: an edit locks its draft, and then the
 * documents that it cites.
 */
export async function lockCiting(tx: TenantTransaction, documentId: string): Promise<void> {
  const { tenantId } = tx;
  await tx.execute(sql`
    select from draft where tenant_id = ${tenantId} and id = any (array(
      select draft_id from citation where tenant_id = ${tenantId} and document_id = ${documentId}
    )) order by id for update`);
}

/**
 * Called after a new version of a locked document, or before its deletion. Marks drafts and courses that cite its
 * earlier passages as due for review, and deletes the passages that nothing cites.
 */
export async function outdate(tx: TenantTransaction, documentId: string, currentRevision: number): Promise<void> {
  const { tenantId } = tx;
  const citing = sql`
    select distinct draft_id from citation where tenant_id = ${tenantId} and document_id = ${documentId}`;
  const drafts = await tx.execute<Array<{ id: string }>>(sql`
    update draft set review_due_since = now()
    where tenant_id = ${tenantId} and id = any (array(${citing})) and review_due_since is null
      and status in ('ready', 'in_review', 'approved', 'rejected') returning id`);
  if (drafts.length > 0)
    await notifyChange(tx, { tenantId, kind: 'draft', action: 'changed', ids: drafts.map(({ id }) => id) });
  const published = await tx.execute<Array<{ courseId: string }>>(sql`
    select course_id as "courseId" from draft
    where tenant_id = ${tenantId} and id = any (array(${citing})) and course_id is not null`);
  await markForReview(
    tx,
    published.map(({ courseId }) => courseId),
  );
  await tx.execute(sql`
    delete from passage where tenant_id = ${tenantId} and document_id = ${documentId} and revision < ${currentRevision}
      and not exists (
        select from citation where citation.tenant_id = passage.tenant_id and citation.document_id = passage.document_id
          and citation.passage_id = passage.id
      )`);
}
