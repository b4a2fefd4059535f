import { expect, it } from '@jest/globals';
import { offer } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { eventually } from '../harness/eventually.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('a reason why a person is not ready', ({ browser, createTenant }) => {
  it('leads to its signals also when its course is offered already', async () => {
    const tenant = await createTenant();
    await publishedCourse(tenant, { title: 'Rigging' });
    const { id } = await addWorker(tenant, { name: 'Ada', externalWorkerId: 'A-1' });
    const need = await raisedNeed(tenant, {
      external_worker_id: 'A-1',
      topic: 'Rigging',
      severity: 4,
      payload: { ref: 'INC-2043', summary: 'strained a sling' },
    });
    await offer(tenant, need.id);
    await eventually(async () => {
      const { reasons } = await tenant.api.getReadinessWorker({ path: { id } });
      expect(reasons).toMatchObject([{ progress: { state: 'assigned' } }]);
    });
    const page = await browser.signIn(tenant, ADMIN, { path: `/readiness/${id}` });
    await page.getByText('INC-2043').first().waitFor();
    await page.getByRole('link', { name: /^Open the need .*Rigging/ }).click();
    await page.locator('.drawer').getByText('INC-2043: strained a sling').waitFor();
    expect(await page.locator('.dialog').count()).toBe(0);
  });
});
