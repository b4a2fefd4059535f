import { expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { clickInDialog, goTo, look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('the audit log', ({ browser, createTenant }) => {
  it('shows who did what, what it changed, and everything else of the same subject', async () => {
    const tenant = await createTenant();
    const { id } = await publishedCourse(tenant, { title: 'Rigging' });
    await tenant.api.changeCourse({ path: { id }, body: { title: 'Rigging and slinging' } });
    await tenant.api.replaceReadinessPolicy({ body: { timeZone: 'Pacific/Auckland' } });
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
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByRole('searchbox', { name: 'Who' }).fill(ADMIN);
    await page.keyboard.press('Enter');
    await page.getByText('User logged in', { exact: true }).first().waitFor();
    await page.getByText('Course published', { exact: true }).waitFor({ state: 'detached' });
    const asked = page.waitForRequest(/\/audit\?.*since=/);
    await page.getByLabel('From').fill('2026-12-01');
    expect(new URL((await asked).url()).searchParams.get('since')).toBe('2026-11-30T11:00:00.000Z');
    // A list that was read a moment ago has what was done on another page since.
    await goTo(page, '/audit?action=course.archived');
    await page.getByText('No entry matches').waitFor();
    await goTo(page, `/library/${id}`);
    await page.getByRole('button', { name: 'Archive' }).click();
    await clickInDialog(page, 'Archive');
    await page.getByText('Archived', { exact: true }).waitFor();
    await goTo(page, '/audit?action=course.archived');
    await page.getByText('Course archived', { exact: true }).waitFor();
    const wrong = { tenant: tenant.slug, email: ADMIN, password: 'not the password at all' };
    await page.request.post(`${tenant.url}/engine/v1/auth/login`, { data: wrong });
    await goTo(page, '/audit?action=user.login_refused');
    await page.getByText('Somebody who was not signed in').waitFor();
  });
});
