import type { InputOf, Schemas } from '#client';
import type { SharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

export function enterSynonym(tenant: TestTenant, body: Schemas['EnterSynonymBody']): Promise<Schemas['SynonymView']> {
  return tenant.api.enterSynonym({ body });
}

/** The synonyms of a tenant, as the list shows them. */
export async function synonymsOf(
  tenant: TestTenant,
  query: InputOf<'listSynonyms'>['query'] = {},
): Promise<ReadonlyArray<Schemas['SynonymView']>> {
  return (await tenant.api.listSynonyms({ query })).items;
}

/** The one synonym of a tenant. */
export async function onlySynonym(tenant: TestTenant): Promise<Schemas['SynonymView']> {
  const [synonym, ...others] = await synonymsOf(tenant);
  if (synonym === undefined || others.length > 0) throw new Error(`${others.length + 1} synonyms, or none`);
  return synonym;
}

/** A synonym as the engine suggests it after a correction. */
export async function suggestedSynonym(
  { database }: SharedEngine,
  tenant: TestTenant,
  topic: string,
  courseId: string,
): Promise<Schemas['SynonymView']> {
  const { id } = await enterSynonym(tenant, { topic, courseId });
  await database.query(
    `update topic_synonym set status = 'suggested', origin = 'learned', corrections = 1
      where topic = $1 and tenant_id = $2`,
    [topic, tenant.id],
  );
  return tenant.api.getSynonym({ path: { id } });
}

/** The id of the course that is recommended for a topic; null: none. */
export async function recommendedFor(tenant: TestTenant, topic: string): Promise<string | null> {
  return (await tenant.api.matchTopics({ body: { topic } })).recommended;
}
