import { expect, it } from '@jest/globals';
import { addWorker } from '../factories/workers.js';
import { goTo } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('an address', ({ browser, createTenant }) => {
  it('with characters that cannot be stored is one without them', async () => {
    const tenant = await createTenant();
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?q=%00' });
    await page.getByRole('link', { name: 'Jordan Blake' }).waitFor();
    await goTo(page, '/people?q=jor%00dan');
    await page.getByRole('link', { name: 'Jordan Blake' }).waitFor();
    // The limit of a search ends in the middle of the smiley.
    await goTo(page, `/people?q=${'x'.repeat(199)}%F0%9F%98%80`);
    await page.getByText('Nobody matches').waitFor();
    expect(await page.getByRole('searchbox', { name: 'Search names and keys' }).inputValue()).toBe('x'.repeat(199));
  });
});
