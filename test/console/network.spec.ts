import { expect, it } from '@jest/globals';
import { clickInDialog } from '../harness/console-browser.js';
import { loseAnswer } from '../harness/console-network.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('without a network, the console', ({ browser, createTenant }) => {
  it('makes a change whose answer was lost once, and says so when a person repeats it', async () => {
    const tenant = await createTenant();
    await tenant.api.createSite({ body: { name: 'Dock 4' } });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=sites' });
    await page.getByRole('button', { name: 'Rename Dock 4' }).click();
    await page.getByRole('textbox', { name: 'Site', exact: true }).fill('Dock 5');
    for (const [button, done] of [
      [/^Save/, 'The site was saved.'],
      [/^Delete/, 'The site was deleted.'],
    ] as const) {
      await loseAnswer(page, '**/admin/sites/*');
      await clickInDialog(page, button);
      await page.getByRole('alert').getByText('The engine did not answer.').waitFor();
      await clickInDialog(page, button);
      await page.getByText(done).waitFor();
      if (done === 'The site was saved.') await page.getByRole('button', { name: 'Delete Dock 5' }).click();
    }
    const { items } = await tenant.api.listAudit({ query: { subject: 'site' } });
    expect(items.map(({ action }) => action)).toEqual(['site.deleted', 'site.renamed', 'site.created']);
  });

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
