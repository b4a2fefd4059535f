import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Meanings } from '#catalog';
import { publishedCourse } from '../factories/courses.js';
import { COURSE, VECTORS, matchKnown, matchTopic } from '../factories/meanings.js';
import { type EmbeddingService, startEmbeddingService } from '../harness/embedding-service.js';
import type { TestEngine } from '../harness/engine.js';
import { startEngineWithProvider } from '../harness/engine-with-provider.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describe('meanings', () => {
  let service: EmbeddingService;
  let engine: TestEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    service = await startEmbeddingService(VECTORS);
    engine = await startEngineWithProvider(service, { AI_API_KEY: 'key', AI_MODEL: 'nearby' });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    await publish(COURSE);
  });
  afterAll(() => engine.close());

  const publish = async (title: string): Promise<string> => (await publishedCourse(tenant, { title })).id;
  const match = (topic: string) => matchTopic(tenant, topic);
  const known = (topic: string) => matchKnown(tenant, topic);
  const embeddings = (id: string): Promise<object[]> =>
    engine.database.query('select from text_embedding where tenant_id = $1', [id]);

  it('are requested once per text, separately for each tenant', async () => {
    await known('Gribble polish');
    const before = service.asked.length;
    await publish('Frobnicator Cleaning in Hospitals');
    await match('GRIBBLE  polish');
    await match('Manual handling of drums');
    await eventually(async () =>
      expect(service.asked.slice(before).toSorted()).toEqual([
        'Frobnicator Cleaning in Hospitals',
        'Manual handling of drums',
      ]),
    );
    tenant = await engine.createTenant();
    await publish('Something Else');
    await match('Gribble polish');
    await eventually(async () =>
      expect(service.asked.slice(before + 2).toSorted()).toEqual(['Gribble polish', 'Something Else']),
    );
    expect((await match('Gribble polish')).candidates).toEqual([]);
  });

  it('are requested in turn, so that no tenant waits for thousands of topics of another one', async () => {
    const other = await engine.createTenant();
    const before = service.asked.length;
    const topics = Array.from({ length: 30_000 }, (_topic, number) => `Topic ${number}`);
    engine.app.get(Meanings, { strict: false }).want(other.id, topics);
    await known('Gribble polish');
    expect(service.asked.slice(before).indexOf('Gribble polish')).toBeLessThan(1_000);
  });

  it('are requested although the service refuses other texts, each of which it gets once', async () => {
    const refused = 'Zorbed spam';
    service.refused.add(refused);
    const calls = service.callers.length;
    await match(refused);
    await eventually(async () => expect(service.callers.length).toBeGreaterThan(calls));
    await match('Manual handling of drums');
    await known('Gribble polish');
    expect((await match(refused)).candidates).toEqual([]);
    const stored = 'select from text_embedding where tenant_id = $1 and text_key = $2';
    expect(await engine.database.query(stored, [tenant.id, 'zorbed spam'])).toHaveLength(1);
  });

  it('of more topics than may wait are requested in parts, with each change of the library', async () => {
    const other = await engine.createTenant();
    const topics = Array.from({ length: 2_500 }, (_topic, number) => `Theme ${number}`);
    for (const count of [2_000, 2_500]) {
      engine.app.get(Meanings, { strict: false }).want(other.id, topics);
      await eventually(async () =>
        expect(service.asked.filter((text) => text.startsWith('Theme'))).toHaveLength(count),
      );
    }
  });

  it('that arrive after the deletion of their tenant are not stored', async () => {
    const [leaving, other] = [await engine.createTenant(), await engine.createTenant()];
    const held = Promise.withResolvers<void>();
    service.wait(held.promise);
    await publishedCourse(leaving, { title: 'Grommet Inspection' });
    await eventually(async () => expect(service.asked).toContain('Grommet Inspection'));
    await engine.operator('POST', `/tenants/${leaving.slug}/deletion`, { slug: leaving.slug, graceDays: 0 });
    await eventually(async () =>
      expect((await engine.operator('GET', `/tenants/${leaving.slug}/usage`)).status).toBe(404),
    );
    await publishedCourse(other, { title: 'Ladders' });
    held.resolve();
    // Requested after those of the deleted tenant, one at a time.
    await eventually(async () => expect(await embeddings(other.id)).not.toEqual([]));
    expect(await embeddings(leaving.id)).toEqual([]);
  });
});
