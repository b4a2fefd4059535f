import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, sqlArray } from '#platform/database';
import { audit } from '#tenancy';
import type { Offering } from './learn-corrections.js';
import { shownSuggestion } from './shown-suggestion.js';

interface Withdrawn {
  readonly id: string;
  readonly topic: string;
  readonly courseId: string;
}

/**
 * Removes the corrections of an operation for needs whose offers are undone. Deletes a suggestion that has no other
 * correction; synonyms that a person accepted or rejected stay.
 * @param needIds UUIDs; needs without a correction are ignored
 */
export async function unlearnCorrections(
  tx: TenantTransaction,
  { operationId, actor }: Offering,
  needIds: readonly string[],
): Promise<void> {
  const forgotten = await tx.execute<Array<{ synonymId: string }>>(
    sql`delete from topic_correction where tenant_id = ${tx.tenantId} and operation_id = ${operationId}
      and need_id = any (${sqlArray(needIds)}::uuid[]) returning synonym_id as "synonymId"`,
  );
  if (forgotten.length === 0) return;
  const synonymIds = [...new Set(forgotten.map(({ synonymId }) => synonymId))];
  await tx.execute(lowerCounts(tx.tenantId, synonymIds, operationId));
  const withdrawn = await tx.execute<Withdrawn[]>(withdrawUntaught(tx.tenantId, synonymIds));
  for (const { id, topic, courseId } of withdrawn) {
    audit(tx, {
      actor,
      action: 'synonym.withdrawn',
      subject: { kind: 'synonym', id },
      before: shownSuggestion({ topic, courseId, corrections: 1 }),
    });
  }
}

/** Locks the rows in the same order as learning does. */
function lowerCounts(tenantId: string, synonymIds: readonly string[], operationId: string): SqlFragment {
  return sql`
    with locked as materialized (
      select tenant_id, id from topic_synonym
      where tenant_id = ${tenantId} and id = any (${sqlArray(synonymIds)}::uuid[])
        order by topic_key, course_id for update
    ), last as materialized (
      select id from locked where not exists (
        select from topic_correction as other where other.tenant_id = locked.tenant_id and other.synonym_id = locked.id
          and other.operation_id = ${operationId}
      )
    )
    update topic_synonym as synonym set corrections = corrections - 1,
      rejected_corrections = least(rejected_corrections, corrections - 1), updated_at = now()
    from last where synonym.tenant_id = ${tenantId} and synonym.id = last.id and corrections > 0`;
}

function withdrawUntaught(tenantId: string, synonymIds: readonly string[]): SqlFragment {
  return sql`
    delete from topic_synonym where tenant_id = ${tenantId} and id = any (${sqlArray(synonymIds)}::uuid[])
      and status = 'suggested'
      and origin = 'learned' and corrections = 0
    returning id, topic, course_id as "courseId"`;
}
