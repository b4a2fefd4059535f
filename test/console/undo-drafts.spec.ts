import { expect, it } from '@jest/globals';
import { expectDrafts } from '../factories/drafts.js';
import { needById, raisedNeed } from '../factories/needs.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('undo of drafts for many needs', ({ browser, createTenant }) => {
  it('is refused with the reason once they are ready', async () => {
    const tenant = await createTenant();
    const { id } = await raisedNeed(tenant, { site: 'Site A', topic: 'Zorbux line restart' }, 'audit');
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByLabel('Select Zorbux line restart').check();
    await page.getByRole('toolbar').getByRole('button', { name: 'Author' }).click();
    await page.getByText('1 of 1 need').waitFor();
    await page.locator('.dialog').getByRole('button', { name: 'Author' }).click();
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await expectDrafts(tenant, [{ status: 'ready' }]);
    await page.keyboard.press('u');
    await page.getByText('It could not be undone. What was drafted is ready.').waitFor();
    expect(await needById(tenant, id)).toMatchObject({ status: 'authoring' });
  });
});
