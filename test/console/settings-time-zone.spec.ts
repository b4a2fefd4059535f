import { expect, it } from '@jest/globals';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('the time zone of a tenant', ({ browser, createTenant }) => {
  it('applies to the days of all pages at once, and one that cannot be read is said to be UTC', async () => {
    const page = await browser.signIn(await createTenant(), ADMIN, { path: '/audit' });
    const first = page.getByRole('list', { name: 'Entries, newest first' }).locator('time').last();
    const before = await first.innerText();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Rules' }).click();
    await page.getByLabel('Time zone').fill('Pacific/Auckland');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('The rules were saved.').first().waitFor();
    await page.getByRole('link', { name: 'Audit' }).click();
    expect(await first.innerText()).not.toBe(before);
    await page.getByText('Times are those of Pacific/Auckland.').waitFor();
    await page.setViewportSize({ width: 1_280, height: 900 });
    const zone = page.getByRole('main').getByText('Times are those of Pacific/Auckland.');
    await zone.waitFor();
    await page.route('**/readiness/policy', (route) => route.fulfill({ status: 403, body: '' }));
    await page.reload();
    await page.getByText('The time zone could not be read: times are those of UTC.').waitFor();
    await page.unrouteAll();
    // Not on the next page: it would join a request of this one that is refused still.
    await page.reload();
    await zone.waitFor();
  });
});
