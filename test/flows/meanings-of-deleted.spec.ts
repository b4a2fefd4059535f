import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { type EmbeddingService, startEmbeddingService } from '../harness/embedding-service.js';
import type { TestEngine } from '../harness/engine.js';
import { startEngineWithProvider } from '../harness/engine-with-provider.js';
import { eventually } from '../harness/eventually.js';

let service: EmbeddingService;
let engine: TestEngine;

beforeAll(async () => {
  service = await startEmbeddingService({});
  engine = await startEngineWithProvider(service, { AI_API_KEY: 'key', AI_MODEL: 'nearby' });
});
afterAll(() => engine.close());

const embeddings = (id: string): Promise<object[]> =>
  engine.database.query('select from text_embedding where tenant_id = $1', [id]);

it('embeddings that arrive after the deletion of their tenant are not stored', async () => {
  const [leaving, other] = [await engine.createTenant(), await engine.createTenant()];
  const held = Promise.withResolvers<void>();
  service.wait(held.promise);
  await publishedCourse(leaving, { title: 'Frobnicator Cleaning' });
  await eventually(async () => expect(service.asked).toContain('Frobnicator Cleaning'));
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
