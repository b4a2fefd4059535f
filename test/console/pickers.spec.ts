import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addWorker } from '../factories/workers.js';
import { isCut } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('a choice by search', ({ browser, createTenant }) => {
  const questionOf = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' });

  it('says why it finds nothing, and is no entry before something is chosen', async () => {
    const tenant = await createTenant();
    await addWorker(tenant, { name: 'Mia Chen' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=onboarding' });
    const person = page.getByRole('combobox', { name: 'Person' });
    const open = async (): Promise<void> => {
      await page.getByRole('button', { name: 'New step' }).first().click();
      await person.fill('nobody');
      await page.getByText('Nobody has this name or key.').waitFor();
    };
    await open();
    // Esc leaves the search, then the dialog.
    await page.keyboard.press('Escape');
    await page.getByText('Nobody has this name or key.').waitFor({ state: 'detached' });
    expect(await person.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await person.waitFor({ state: 'detached' });
    expect(await questionOf(page).count()).toBe(0);

    await open();
    const body = JSON.stringify({ code: 'full', detail: 'the directory is being moved', status: 409, title: 'Moved' });
    await page.route('**/workers?*q=mia*', (route) => route.fulfill({ status: 409, body }), { times: 1 });
    await person.fill('mia');
    await page.getByText('The directory is being moved.').waitFor();
    await person.fill('mia c');
    await page.getByRole('option', { name: 'Mia Chen' }).click();
    await page.keyboard.press('Escape');
    await questionOf(page).waitFor();
  });

  it('is an entry if a member is taken out, too', async () => {
    const tenant = await createTenant();
    const name = `Mia ${'Chen'.repeat(45)}`;
    await addWorker(tenant, { name, site: `${'Quay '.repeat(40)}4`, groups: ['Riggers'] });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=groups' });
    await page.getByRole('button', { name: 'Members' }).click();
    const remove = page.getByRole('button', { name: `Take ${name} out` });
    await remove.waitFor();
    expect(await isCut(page.getByRole('list', { name: 'Members' }))).toBe(false);
    await page.getByRole('combobox', { name: 'Add a person' }).fill('Mia');
    const label = await page.getByRole('option', { name }).locator('.trunc').boundingBox();
    expect(label?.width).toBeGreaterThan(100);
    await page.keyboard.press('Escape');
    await remove.click();
    await page.keyboard.press('Escape');
    await questionOf(page).getByRole('button', { name: 'Leave' }).click();
    expect((await tenant.api.listGroups()).items).toMatchObject([{ workers: 1 }]);
  });
});
