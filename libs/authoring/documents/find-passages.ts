import { sql } from '@mikro-orm/postgresql';
import { FIRST_ID, type TenantTransaction, anyTenant, byKey, sqlArray } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { type BestPassage, BestPassages, type ReadPassage, type Wanted } from './best-passages.js';

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

type FoundRow = PassageRow & { readonly number: number };

/** Passages that are read together. */
const PAGE = 1_000;
/** Words that are picked out of those of a passage: to pick more takes longer than to read all of them. */
const MAX_PICKED = 100;

/**
 * For each text, the passages of current versions that have most of its words, in any form, themselves or in the title
 * of the document. Reads the tenant's passages once, of which there are at most as many as its documents may have.
 * @returns in the order of the texts
 */
export async function findPassages(
  tx: TenantTransaction,
  texts: readonly string[],
  wanted: Wanted,
): Promise<PassageRow[][]> {
  if (texts.length === 0) return [];
  const asked = await tx.execute<Array<{ words: string[] }>>(sql`
    select to_json(tsvector_to_array(to_tsvector('english', text))) as words
    from unnest(${sqlArray(texts)}::text[]) with ordinality as given (text, number) order by number`);
  const wordsOfTexts = asked.map(({ words }) => words);
  const passages = new BestPassages(wordsOfTexts, wanted);
  for await (const passage of passagesWithAny(tx, texts, new Set(wordsOfTexts.flat()))) {
    passages.add(passage);
    if (mustYield()) await yieldToEventLoop();
  }
  const found = Map.groupBy(await ranked(tx, texts, passages.best(), wanted.limit), ({ number }) => number);
  return texts.map((_text, index) => found.get(index + 1) ?? []);
}

/**
 * The passages of current versions that have any of the words of the texts, with these words only if they are few: a
 * passage has a hundred, and a common word is in most passages.
 */
async function* passagesWithAny(
  tx: TenantTransaction,
  texts: readonly string[],
  words: ReadonlySet<string>,
): AsyncGenerator<ReadPassage> {
  const { tenantId } = tx;
  const documents = await tx.execute<Array<{ id: string; revision: number; titleWords: string[] }>>(sql`
    select id, revision, to_json(tsvector_to_array(to_tsvector('english', title))) as "titleWords"
    from document where tenant_id = ${tenantId}`);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const picked = sql`ts_filter(setweight(words, 'A', ${sqlArray([...words])}::text[]), '{a}')`;
  const read = words.size > MAX_PICKED ? sql`words` : picked;
  for (let after = FIRST_ID; ;) {
    const next = sql`tenant_id = ${tenantId} and id > ${after} order by id limit ${PAGE}`;
    const page = await tx.execute<Array<{ id: string; documentId: string; revision: number; words: string[] | null }>>(
      sql`
        with asked as materialized (
          select replace(plainto_tsquery('english', ${texts.join(' ')})::text, '&', '|')::tsquery as any_of_them
        )
        select id, document_id as "documentId", revision,
          case when words @@ any_of_them then to_json(tsvector_to_array(${read})) end as words
        from asked cross join lateral ${byKey('passage', next)}`,
    );
    for (const { id, documentId, revision, words: own } of page) {
      const document = byId.get(documentId);
      if (own !== null && document?.revision === revision) yield { id, words: own, titleWords: document.titleWords };
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}

/** Of passages with the same share, those come first in which the words are closer together. */
function ranked(
  tx: TenantTransaction,
  texts: readonly string[],
  best: readonly BestPassage[],
  limit: number,
): Promise<FoundRow[]> {
  const { tenantId } = tx;
  return tx.execute<FoundRow[]>(sql`
    with asked as materialized (
      select number::integer, replace(plainto_tsquery('english', text)::text, '&', '|')::tsquery as wanted
      from unnest(${sqlArray(texts)}::text[]) with ordinality as given (text, number)
    ), best as (
      select * from jsonb_to_recordset(${JSON.stringify(best)}::jsonb) as best (text integer, id uuid, share float)
    )
    select * from (
      select number, passage.id, document_id as "documentId", title, version, section, passage.text, share,
        row_number() over (partition by number order by share desc,
          ts_rank_cd(words || to_tsvector('english', title), wanted, 1) desc, passage.id) as place
      from best join asked on number = best.text + 1
        cross join lateral ${byKey('passage', sql`tenant_id = ${anyTenant(tenantId)} and id = best.id`)}
        cross join lateral ${byKey('document', sql`tenant_id = ${anyTenant(tenantId)} and id = document_id`)}
    ) as found where place <= ${limit} order by number, place`);
}
