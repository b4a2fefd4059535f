import { LockMode } from '@mikro-orm/core';
import { type TenantTransaction, ids } from '#platform/database';
import { audit } from '#tenancy';
import { topicKey } from '../../matching/words/topic-key.js';
import { demandRoom } from '../synonyms/synonym-editor.js';
import { mapSynonymConflict } from '../synonyms/synonym.errors.js';
import { TopicSynonym } from '../synonyms/topic-synonym.entity.js';

/**
 * Makes a topic an accepted synonym of a course, because a person said that the course is the right one. The caller
 * publishes the change of the catalog.
 * @returns false if it was one already
 * @throws SynonymTaken if the topic means something else, TooManySynonyms
 */
export async function teachSynonym(
  tx: TenantTransaction,
  { topic, courseId, actor }: { topic: string; courseId: string; actor: string },
): Promise<boolean> {
  const key = topicKey(topic);
  const known = await tx.findOne(TopicSynonym, { topicKey: key, courseId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (known?.status === 'accepted') return false;
  await demandRoom(tx);
  const id = known?.id ?? ids.next();
  if (known === null)
    tx.create(TopicSynonym, {
      tenantId: tx.tenantId,
      id,
      topic,
      topicKey: key,
      courseId,
      means: null,
      status: 'accepted',
      origin: 'learned',
    });
  else tx.assign(known, { status: 'accepted', version: known.version + 1 });
  audit(tx, {
    actor,
    action: known === null ? 'synonym.entered' : 'synonym.accepted',
    subject: { kind: 'synonym', id },
    ...(known === null ? {} : { before: { status: known.status } }),
    after: { topic, courseId: ids.show('crs', courseId), means: null, status: 'accepted' },
  });
  await mapSynonymConflict(() => tx.flush());
  return true;
}
