import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, byKey, sqlArray } from '#platform/database';

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

/** How many passages are found for each text, and the share of its words that each has at least. */
interface Wanted {
  readonly limit: number;
  readonly leastShare?: number;
}

type FoundRow = PassageRow & { readonly number: number };

/**
 * For each text, the passages of current versions that have most of its words, in any form, themselves or in the title
 * of the document. Reads the tenant's passages once, of which there are at most as many as its documents may have.
 * @returns in the order of the texts
 */
export async function findPassages(
  tx: TenantTransaction,
  texts: readonly string[],
  { limit, leastShare = 0 }: Wanted,
): Promise<PassageRow[][]> {
  if (texts.length === 0) return [];
  const { tenantId } = tx;
  const ofVersion = sql`tenant_id = ${tenantId} and document_id = document.id and revision = document.revision`;
  const rows = await tx.execute<FoundRow[]>(sql`
    with asked as materialized (
      select number::integer, replace(plainto_tsquery('english', text)::text, '&', '|')::tsquery as wanted,
        tsvector_to_array(to_tsvector('english', text)) as lexemes
      from unnest(${sqlArray(texts)}::text[]) with ordinality as given (text, number)
    ), named as materialized (
      select id as document_id, tsvector_to_array(to_tsvector('english', title)) as title_words
      from document where tenant_id = ${tenantId}
    ), titled as materialized (
      -- Once for each document: PostgreSQL would compute the words without those of the title for each passage.
      select document_id, number, wanted, lexemes,
        array(select lexeme from unnest(lexemes) as lexeme where lexeme <> all (title_words)) as untitled
      from asked cross join named
    ), read as materialized (
      -- A concatenated vector is decompressed, once for all texts.
      select passage.id, document_id, words || ''::tsvector as words
      from document cross join lateral ${byKey('passage', ofVersion)} where document.tenant_id = ${tenantId}
    ), matching as materialized (
      select id, number,
        (cardinality(lexemes) - cardinality(untitled) + length(words) - length(ts_delete(words, untitled)))::float
          / cardinality(lexemes) as share
      from read join titled using (document_id) where words @@ wanted
    ), best as (
      select id, number, share from (
        select *, rank() over (partition by number order by share desc) as place from matching
        where share >= ${leastShare}::float
      ) as ranked where place <= ${limit}
    )
    select * from (
      select number, passage.id, document_id as "documentId", title, version, section, text, share, row_number() over (
        partition by number
        order by share desc, ts_rank_cd(words || to_tsvector('english', title), wanted, 1) desc, passage.id) as place
      from best join asked using (number)
        cross join lateral ${byKey('passage', sql`tenant_id = ${tenantId} and id = best.id`)}
        join document on document.tenant_id = ${tenantId} and document.id = document_id
    ) as found where place <= ${limit} order by number, place`);
  const found = Map.groupBy(rows, ({ number }) => number);
  return texts.map((_text, index) => found.get(index + 1) ?? []);
}
