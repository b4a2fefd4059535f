import { expect, it } from '@jest/globals';
import { addBlockedRiggers } from '../factories/readiness.js';
import { goTo, look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('the readiness board on a phone', ({ browser, createTenant }) => {
  it('has its filters, the day and its exports at hand', async () => {
    const tenant = await createTenant();
    await addBlockedRiggers(tenant);
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness?site=Yard', phone: true });
    const filters = page.getByRole('group', { name: 'Filters of the board' });
    await filters.getByRole('button', { name: 'Filter, 1 on' }).waitFor();
    expect(await filters.getByRole('combobox').count()).toBe(0);
    // The reasons of a site are beside it.
    await page.getByRole('link', { name: '2 people at Yard: Open need' }).click();
    await filters.getByRole('button', { name: 'Filter, 2 on' }).waitFor();
    await goTo(page, '/readiness?site=Yard&topic=rigging');
    await filters.getByRole('button', { name: 'Filter, 2 on' }).click();
    await filters.getByRole('button', { name: 'Remove the filter Topic' }).click();
    await page.waitForURL('**/readiness?site=Yard');
    await filters.getByRole('button', { name: 'Filter, 1 on' }).click();
    expect(await look(page, 'board-phone')).toEqual([]);

    await filters.getByRole('button', { name: 'Filter, 1 on' }).click();
    await filters.getByLabel('Status').selectOption('At risk');
    await page.getByText('Nobody matches these filters').waitFor();
    expect(page.url()).toMatch(/site=Yard&status=at_risk|status=at_risk&site=Yard/);
    expect(await look(page, 'board-filters-phone')).toEqual([]);
    await filters.getByRole('button', { name: 'Filter, 2 on' }).click();
    expect(await filters.getByRole('combobox').count()).toBe(0);
    await filters.getByRole('button', { name: 'Clear all' }).click();
    await filters.getByRole('button', { name: 'Filter', exact: true }).waitFor();

    await page.getByRole('slider', { name: 'As of, by days from today' }).fill('-90');
    await page.getByRole('heading', { name: '0 of 0 people are ready' }).waitFor();
    await page.getByRole('button', { name: 'Today' }).click();
    await page.getByRole('heading', { name: '1 of 3 people are ready, 33 %' }).waitFor();

    await page.getByRole('button', { name: 'Export' }).click();
    expect(await look(page, 'board-export-phone')).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^readiness-[\d-]{10}\.csv$/);
  });

  it('changes by itself, and explains an empty directory', async () => {
    const tenant = await createTenant();
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness', phone: true });
    await page.getByText('Nobody is in the directory yet').waitFor();
    await addBlockedRiggers(tenant);
    await page.getByRole('heading', { name: '1 of 3 people are ready, 33 %' }).waitFor();
    expect(await look(page, 'readiness-phone')).toEqual([]);
  });
});
