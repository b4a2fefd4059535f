import { expect, it } from '@jest/globals';
import { addWorkerWithTwoNeeds } from '../factories/needs.js';
import { isCut } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('what is printed', ({ browser, createTenant }) => {
  it('is an open need without the list, and a dialog without the page', async () => {
    const tenant = await createTenant();
    await addWorkerWithTwoNeeds(tenant);
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByRole('row', { name: /Rigging/ }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('link', { name: /^All open/ }).isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: /^Snoozed/ }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('row', { name: /Rigging/ }).click();
    const raw = page.locator('.drawer pre').first();
    await page.getByText('Raw event').first().click();
    const history = page.getByRole('heading', { name: 'History' });
    await history.waitFor();
    // A4 upright, within the usual margins.
    await page.setViewportSize({ width: 717, height: 400 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('row', { name: /Slinging/ }).isVisible()).toBe(false);
    expect(await isCut(raw)).toBe(false);
    const body = page.locator('.drawer-body');
    expect(await body.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
    expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBe(717);
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'All keys' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await history.isVisible()).toBe(false);
    const dialog = await page.locator('.dialog').boundingBox();
    expect(dialog?.height).toBeGreaterThan(400);
    await page.emulateMedia({ media: 'screen' });
  });
});
