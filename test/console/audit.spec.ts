import { expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('the audit log', ({ browser, createTenant }) => {
  it('shows who did what, what it changed, and everything else of the same subject', async () => {
    const tenant = await createTenant();
    const { id } = await publishedCourse(tenant, { title: 'Rigging' });
    await tenant.api.changeCourse({ path: { id }, body: { title: 'Rigging and slinging' } });
    const page = await browser.signIn(tenant, ADMIN, { path: '/audit?action=course.changed' });
    await page.getByText('Course changed', { exact: true }).click();
    await page.getByRole('row', { name: 'title Rigging Rigging and slinging' }).waitFor();
    expect(await look(page, 'audit')).toEqual([]);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByText('User created', { exact: true }).waitFor();
    await page.getByRole('button', { name: `Subject: ${id}` }).click();
    await page.getByText('User created', { exact: true }).waitFor({ state: 'detached' });
    expect(await page.getByRole('list', { name: 'Entries, newest first' }).locator('summary').allInnerTexts()).toEqual([
      expect.stringContaining('Course changed'),
      expect.stringContaining('Course published'),
      expect.stringContaining('Course created'),
    ]);
  }, 60_000);
});
