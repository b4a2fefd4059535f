import { expect, it } from '@jest/globals';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('without a network, the console', ({ browser, createTenant }) => {
  it('says that nothing was done, does nothing later, and reads what is missing once the network is back', async () => {
    const tenant = await createTenant();
    await tenant.api.createSite({ body: { name: 'Dock 4' } });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=sites' });
    const row = page.getByRole('row', { name: /Dock 4/ });
    await row.getByRole('button', { name: 'Delete' }).click();
    const question = page.getByRole('dialog', { name: 'Delete this site?' });
    await page.context().setOffline(true);
    await question.getByRole('button', { name: 'Delete' }).click();
    await question.getByRole('alert').getByText('The engine did not answer. Check the connection.').waitFor();
    await question.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('link', { name: 'Groups' }).click();
    await page.getByRole('heading', { name: 'The groups could not be loaded' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'No group' }).waitFor();
    await page.getByRole('link', { name: 'Sites' }).click();
    await row.waitFor();
    expect((await tenant.api.listSites()).items).toMatchObject([{ name: 'Dock 4' }]);

    // The script of a page that is opened for the first time: the console stays, and the page opens later.
    await page.route('**/*', (route) => route.abort());
    await page.getByRole('link', { name: 'Drafts' }).click();
    await page.getByText('The engine does not answer. Trying again…').waitFor();
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await page.unrouteAll();
    await page.getByRole('heading', { level: 1, name: 'Drafts' }).waitFor();
    await page.getByText('The engine does not answer. Trying again…').waitFor({ state: 'detached' });
  });
});
