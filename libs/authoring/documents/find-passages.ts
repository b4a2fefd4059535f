import { sql } from '@mikro-orm/postgresql';
import type { TenantTransaction } from '#platform/database';

export interface PassageRow {
  readonly id: string;
  readonly documentId: string;
  readonly title: string;
  readonly version: string;
  readonly section: string;
  readonly text: string;
  /** The share of the words that the passage, or the title of its document, has: 0 to 1. */
  readonly share: number;
}

/**
 * The passages of current versions that have most of the words, in any form, themselves or in the title of the
 * document. Reads the vectors of the tenant's passages, of which there are at most as many as its documents may have.
 */
export function findPassages(tx: TenantTransaction, words: string, limit: number): Promise<PassageRow[]> {
  const { tenantId } = tx;
  return tx.execute<PassageRow[]>(sql`
    with query as (
      select replace(plainto_tsquery('english', ${words})::text, '&', '|')::tsquery as wanted,
        tsvector_to_array(to_tsvector('english', ${words})) as lexemes
    ), found as (
      select passage.id, document_id, title, version, section, text, words || to_tsvector('english', title) as words,
        wanted, lexemes
      from query cross join passage join document on document.tenant_id = passage.tenant_id
        and document.id = passage.document_id and document.revision = passage.revision
      where passage.tenant_id = ${tenantId} and words @@ wanted
    )
    select id, document_id as "documentId", title, version, section, text, share
    from found cross join lateral (
      select count(*) filter (where lexeme = any (tsvector_to_array(words)))::float / count(*) as share
      from unnest(lexemes) as lexeme
    ) as matched
    order by share desc, ts_rank_cd(words, wanted, 1) desc, id
    limit ${limit}`);
}
