import { sql } from '@mikro-orm/postgresql';
import { type TenantTransaction, sqlArray } from '#platform/database';

/** A course may get its title back, or be published again, and a release with another model be taken back. */
const DAYS_KEPT = 30;

/**
 * Deletes the vectors of titles that no published course has any more, and those of other models, with their pairs: a
 * new topic is paired with few titles, which should be those of courses.
 * @param titleKeys those of all published courses
 */
export async function forgetUnused(tx: TenantTransaction, model: string, titleKeys: readonly string[]): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from text_embedding
      where tenant_id = ${tx.tenantId} and made_at < now() - make_interval(days => ${DAYS_KEPT})
        and (model <> ${model} or (kind = 'title' and text_key <> all (${sqlArray(titleKeys)}::text[])))
      returning model, kind, text_key
    )
    delete from text_likeness using gone
    where tenant_id = ${tx.tenantId} and text_likeness.model = gone.model
      and text_key = case kind when 'title' then title_key else topic_key end`);
}
