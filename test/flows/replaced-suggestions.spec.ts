import { expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { whileUnresolved } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

it('suggests the course that replaces the suggested one under its title before the need is matched again', async () => {
  const engine = await sharedEngine();
  const tenant = await engine.createTenant();
  const title = 'Rigging and Slinging of Heavy Loads';
  const { id } = await publishedCourse(tenant, { title });
  await sendSignal(tenant, { site: 'North', topic: 'Zemu rigging supervisor' });
  const expectSuggested = (courseId: string): Promise<void> =>
    eventually(async () => {
      const { items } = await tenant.api.listNeeds();
      expect(items).toMatchObject([{ recommendation: { kind: 'author_one' }, suggestion: { courseId } }]);
    });
  await expectSuggested(id);
  const replacement = await whileUnresolved(engine, tenant, async () => {
    await tenant.api.archiveCourse({ path: { id } });
    return publishedCourse(tenant, { title });
  });
  await expectSuggested(replacement.id);
});
