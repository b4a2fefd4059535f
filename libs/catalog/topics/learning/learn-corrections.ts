import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, type TenantTransaction, anyTenant } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { audit } from '#tenancy';
import { topicKey } from '../../matching/words/topic-key.js';
import type { SynonymStatus } from '../synonyms/topic-synonym.entity.js';
import { shownSuggestion } from './shown-suggestion.js';

/** A person offered a course for a need although another, or none, was recommended. Ids are UUIDs. */
export interface Correction {
  readonly needId: string;
  readonly topic: string;
  /** What was offered. */
  readonly courseId: string;
  /** What was recommended; null: nothing, author one. */
  readonly recommendedId: string | null;
}

/** Which operation offered, and who had it done. */
export interface Offering {
  readonly operationId: string;
  readonly actor: string;
}

interface ClaimedSynonym {
  readonly id: string;
  readonly topicKey: string;
  readonly courseId: string;
}

interface RaisedSynonym {
  readonly id: string;
  readonly topic: string;
  readonly courseId: string;
  readonly corrections: number;
  readonly status: SynonymStatus;
  readonly statusBefore: SynonymStatus;
}

/** Corrections after which a rejected synonym is suggested again: by then the rejection may have been a mistake. */
const SUGGESTED_AGAIN_AFTER = 3;

/**
 * Suggests, for each topic, a synonym for the course that was offered for it. An operation counts once for each topic,
 * however many needs and steps it has. A course that is being deleted is skipped.
 */
export async function learnCorrections(
  tx: TenantTransaction,
  offering: Offering,
  corrections: readonly Correction[],
): Promise<void> {
  if (corrections.length === 0) return;
  const { actor } = offering;
  const keyed: Array<Correction & { readonly topicKey: string }> = [];
  for (const correction of corrections) {
    keyed.push({ ...correction, topicKey: topicKey(correction.topic) });
    if (mustYield()) await yieldToEventLoop();
  }
  const claimed = await tx.execute<ClaimedSynonym[]>(claimSynonyms(tx.tenantId, keyed));
  const idOf = new Map(claimed.map(({ id, topicKey: key, courseId }) => [pair(key, courseId), id]));
  const learned = keyed.flatMap(({ needId, recommendedId, topicKey: key, courseId }) => {
    const synonymId = idOf.get(pair(key, courseId));
    return synonymId === undefined ? [] : [{ synonymId, needId, recommendedId }];
  });
  const raised = await tx.execute<RaisedSynonym[]>(countCorrections(tx.tenantId, offering, learned));
  for (const { id, topic, courseId, corrections: count, status, statusBefore } of raised) {
    const isNew = count === 1 && statusBefore === 'suggested';
    if (status !== 'suggested' || (status === statusBefore && !isNew)) continue;
    audit(tx, {
      actor,
      action: 'synonym.suggested',
      subject: { kind: 'synonym', id },
      ...(isNew ? {} : { before: { status: statusBefore } }),
      after: shownSuggestion({ topic, courseId, corrections: count }),
    });
  }
}

function pair(key: string, courseId: string): string {
  return `${courseId} ${key}`;
}

/** Finds or creates the synonyms, and locks them in one order. */
function claimSynonyms(tenantId: string, corrections: readonly object[]): SqlFragment {
  return sql`
    with given as materialized (
      select distinct on ("topicKey", "courseId") "topicKey" as topic_key, "courseId" as course_id, topic
      from jsonb_to_recordset(${JSON.stringify(corrections)}::jsonb) as given ("topicKey" text, "courseId" uuid,
          topic text, "needId" uuid)
        order by "topicKey", "courseId", "needId"
    ), there as materialized (
      select id from course where tenant_id = ${tenantId} and id in (select course_id from given)
      order by id for key share
    )
    insert into topic_synonym as known (tenant_id, id, topic, topic_key, course_id, status, origin)
    select ${tenantId}::uuid, uuid_next(), topic, topic_key, course_id, 'suggested', 'learned' from given
    join there on there.id = given.course_id
      order by topic_key, course_id
    on conflict (tenant_id, topic_key, course_id) do update set corrections = known.corrections
    returning id, topic_key as "topicKey", course_id as "courseId"`;
}

function countCorrections(tenantId: string, { operationId, actor }: Offering, learned: readonly object[]): SqlFragment {
  return sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(learned)}::jsonb) as given ("synonymId" uuid, "needId" uuid,
          "recommendedId" uuid)
    ), first as materialized (
      select distinct "synonymId" as id from given where not exists (
        select from topic_correction where tenant_id = ${tenantId} and synonym_id = given."synonymId"
          and operation_id = ${operationId}
      )
    ), noted as (
      insert into topic_correction (tenant_id, operation_id, need_id, synonym_id, recommended_course_id, actor)
      select ${tenantId}, ${operationId}, "needId", "synonymId", "recommendedId", ${actor} from given
      on conflict do nothing
    )
    update topic_synonym as synonym set
      corrections = synonym.corrections + 1, updated_at = now(),
      status = case when synonym.status = 'rejected' and synonym.corrections + 1 >= synonym.rejected_corrections
        + ${SUGGESTED_AGAIN_AFTER} then 'suggested' else synonym.status end,
      version = synonym.version + case when synonym.status = 'rejected'
        and synonym.corrections + 1 >= synonym.rejected_corrections + ${SUGGESTED_AGAIN_AFTER} then 1 else 0 end
    from first join topic_synonym as before on before.tenant_id = ${anyTenant(tenantId)} and before.id = first.id
    where synonym.tenant_id = ${tenantId} and synonym.id = first.id
    returning synonym.id, synonym.topic, synonym.course_id as "courseId", synonym.corrections, synonym.status,
      before.status as "statusBefore"`;
}
