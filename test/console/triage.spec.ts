import { beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { addWorker } from '../factories/workers.js';
import { eventually } from '../harness/eventually.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('triage by keys', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1' });
    await publishedCourse(tenant, { title: 'Rigging' });
    for (const [index, topic] of ['Rigging', 'Slinging', 'Hoisting', 'Welding'].entries())
      await tenant.send({
        event: 'signal.incident',
        data: { external_worker_id: 'W-1', topic, severity: 4 - index },
      });
    await tenant.resolvedNeeds();
  });

  it('goes on at the row that takes the place of one that was dismissed, and keeps those that nothing was done about', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    const focused = page.locator('tr[data-index]:focus');
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByRole('row', { name: /Welding/ }).waitFor();
    // The need cannot be read for a moment.
    await page.route('**/needs/need_*', (route) => route.fulfill({ status: 409 }), { times: 1 });
    await press('j', 'j', 'd');
    await page.getByRole('heading', { name: 'The need could not be loaded' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('dialog', { name: 'Dismiss this need' }).waitFor();
    await press('Control+Enter');
    await page.getByText('Dismissed Slinging.').waitFor();
    await focused.filter({ hasText: 'Hoisting' }).waitFor();
    // With the need open beside the list.
    await press('Enter');
    await page.getByRole('complementary', { name: 'Need: Hoisting' }).waitFor();
    await press('d');
    await page.getByRole('dialog', { name: 'Dismiss this need' }).waitFor();
    await press('Control+Enter');
    await page.getByText('Dismissed Hoisting.').waitFor();
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await press('j');
    await page.getByRole('complementary', { name: 'Need: Welding' }).waitFor();

    await press('Escape', 'x');
    const all = page.getByRole('checkbox', { name: 'Select all that are shown' });
    await eventually(async () => expect(await all.evaluate((box) => box.matches(':indeterminate'))).toBe(true));
    await all.check();
    await press('o');
    await page.getByText('1 of 2 needs').waitFor();
    await press('Control+Enter');
    await page.getByText('Offered for 1 need.').waitFor();
    await page.getByRole('row', { name: /Rigging/ }).waitFor({ state: 'detached' });
    expect(await page.locator('tr[data-index] .topic').allInnerTexts()).toEqual(['Welding']);
  }, 60_000);
});
