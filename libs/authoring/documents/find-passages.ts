import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, byKey } from '#platform/database';

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
  const ofVersion = sql`tenant_id = ${tenantId} and document_id = titled.id and revision = titled.revision`;
  return tx.execute<PassageRow[]>(sql`
    with query as (
      select replace(plainto_tsquery('english', ${words})::text, '&', '|')::tsquery as wanted,
        tsvector_to_array(to_tsvector('english', ${words})) as lexemes
    ), titled as (
      select document.id, revision, title, version, to_tsvector('english', title) as title_words, wanted, lexemes,
        array(select lexeme from unnest(lexemes) as lexeme
            where lexeme <> all (tsvector_to_array(to_tsvector('english', title)))) as untitled
      from query cross join document where document.tenant_id = ${tenantId}
    ), matching as materialized (
      select passage.id,
        (cardinality(lexemes) - cardinality(untitled) + length(words) - length(ts_delete(words, untitled)))::float
          / cardinality(lexemes) as share
      from titled cross join lateral ${byKey('passage', ofVersion)}
      where words @@ wanted
    ), best as (
      select id, share from matching order by share desc fetch first ${limit} rows with ties
    )
    select passage.id, document_id as "documentId", title, version, section, text, share
    from best cross join lateral ${byKey('passage', sql`tenant_id = ${tenantId} and id = best.id`)}
      join titled on titled.id = document_id
    order by share desc, ts_rank_cd(words || title_words, wanted, 1) desc, passage.id
    limit ${limit}`);
}
