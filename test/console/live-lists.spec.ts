import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { draftCourse, publishedCourse } from '../factories/courses.js';
import { raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { evaluate } from '../harness/chromium.js';
import { liveEvent } from '../harness/console-network.js';
import { eventually } from '../harness/eventually.js';

/** Lists are read again at most once in 1.5 s. */
const TWICE_MS = 4_000;

describeConsole('a list that others change', ({ browser, createTenant }) => {
  it('is not asked for again before the engine has answered, and then shows everything', async () => {
    const tenant = await createTenant();
    await addWorker(tenant, { name: 'Ada' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    await page.getByRole('row', { name: /Ada/ }).waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    const answered = Promise.withResolvers<void>();
    let asked = 0;
    await page.route('**/admin/workers?*', async (route) => {
      asked += 1;
      await answered.promise;
      await route.continue();
    });
    await addWorker(tenant, { name: 'Ben' });
    await eventually(async () => expect(asked).toBe(1));
    await addWorker(tenant, { name: 'Cem' });
    await sleep(TWICE_MS);
    expect(asked).toBe(1);
    answered.resolve();
    await page.getByRole('row', { name: /Ben/ }).waitFor();
    await page.getByRole('row', { name: /Cem/ }).waitFor();
    await eventually(async () => expect(asked).toBe(2));
  });

  it('is not followed in a tab that nobody sees, and is read again when somebody does', async () => {
    const tenant = await createTenant();
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=sites' });
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    const hide = (isHidden: boolean): Promise<unknown> =>
      evaluate(
        page,
        `Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true }),
          document.dispatchEvent(new Event('visibilitychange'))`,
      );
    await page.clock.install();
    const closed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/admin/events'));
    await hide(true);
    await page.clock.fastForward(10_000);
    await closed;
    await tenant.api.createSite({ body: { name: 'Quay 9' } });
    const row = page.getByRole('row', { name: /Quay 9/ });
    expect(await row.count()).toBe(0);
    await hide(false);
    await row.waitFor();
  });

  it('shows at once what was changed while another page was shown', async () => {
    const tenant = await createTenant();
    await publishedCourse(tenant, { title: 'Rigging' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/library' });
    await page.getByRole('row', { name: /Rigging/ }).waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Drafts' }).click();
    await page.getByText('No draft here').waitFor();
    const arrived = await liveEvent(page, 'course');
    await draftCourse(tenant, { title: 'Slinging' });
    await arrived();
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('row', { name: /Slinging/ }).waitFor();
    expect(await page.getByRole('row', { name: /Rigging/ }).count()).toBe(1);
  });

  it('shows how many needs are new also while needs change all the time', async () => {
    const tenant = await createTenant();
    await raisedNeed(tenant, { site: 'North', topic: 'Rigging' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/audit' });
    const body = 'retry: 100\nevent: need\ndata: {"ids": ["need_unknown"]}\n\n';
    await page.route('**/admin/events', (route) => route.fulfill({ contentType: 'text/event-stream', body }));
    await page.goto(`${tenant.url}/needs`);
    await page.getByRole('row', { name: /Rigging/ }).waitFor();
    await raisedNeed(tenant, { site: 'North', topic: 'Confined Space', severity: 4 });
    const isNew = page.getByRole('button', { name: '1 new' });
    await isNew.waitFor();
    expect(await isNew.count()).toBe(1);
  });
});
