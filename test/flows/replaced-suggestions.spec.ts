import { expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { withWorker } from '../harness/with-process.js';

it('suggests the course that replaces the suggested one under its title, while no worker runs', async () => {
  const engine = await startEngine({ worker: false });
  try {
    const tenant = await engine.createTenant();
    const title = 'Rigging and Slinging of Heavy Loads';
    const { id } = await publishedCourse(tenant, { title });
    await sendSignal(tenant, { site: 'North', topic: 'Zemu rigging supervisor' });
    const expectSuggested = (courseId: string): Promise<void> =>
      withWorker(engine, () =>
        eventually(async () => {
          const { items } = await tenant.api.listNeeds();
          expect(items).toMatchObject([{ recommendation: { kind: 'author_one' }, suggestion: { courseId } }]);
        }),
      );
    await expectSuggested(id);
    await tenant.api.archiveCourse({ path: { id } });
    await expectSuggested((await publishedCourse(tenant, { title })).id);
  } finally {
    await engine.close();
  }
});
