import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consoleUser } from '../factories/users.js';
import { chromiumProgram } from '../harness/chromium.js';
import { ConsoleBrowser, look } from '../harness/console-browser.js';
import { type TestEngine, startEngine } from '../harness/engine.js';

const ADMIN = 'ana@example.com';
const FIVE_MINUTES_MS = 5 * 60_000;

(chromiumProgram === null ? describe.skip : describe)('a new tenant', () => {
  let engine: TestEngine;
  let browser: ConsoleBrowser;
  beforeAll(async () => {
    [engine, browser] = await Promise.all([startEngine(), ConsoleBrowser.start()]);
  });
  afterAll(async () => {
    await browser?.close();
    await engine?.close();
  });

  it('comes by mouse from nothing to its first offered need, and finds it again by a view of its own', async () => {
    const tenant = await engine.createTenant();
    await consoleUser(tenant, { email: ADMIN });
    const began = performance.now();
    const page = await browser.signIn(tenant, ADMIN);
    await page.getByRole('heading', { name: /steps to your first need/ }).waitFor();
    expect(await look(page, 'first-steps')).toEqual([]);

    await page.getByRole('link', { name: 'Open the library' }).click();
    await page.getByRole('button', { name: 'New course' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Manual handling');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /New course/ })
      .click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published', { exact: true }).waitFor();

    await page.getByRole('link', { name: 'Training needs' }).first().click();
    await page.getByRole('link', { name: 'Open the directory' }).click();
    await page.getByRole('button', { name: 'New person' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Mia Chen');
    await page.getByRole('textbox', { name: 'External id' }).fill('E-1');
    await page.getByRole('textbox', { name: 'Site' }).fill('North Yard');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /New person/ })
      .click();
    await page.getByRole('link', { name: 'Mia Chen' }).waitFor();

    await page.getByRole('link', { name: 'Training needs' }).first().click();
    await page.getByRole('link', { name: 'Send one' }).click();
    await page.getByRole('button', { name: /^Send/ }).first().click();
    await page.getByText('200', { exact: true }).first().waitFor();

    await page.getByRole('link', { name: 'Training needs' }).first().click();
    await page.getByText('Manual Handling').first().click();
    await page
      .getByRole('button', { name: /^Offer/ })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Offer to 1 person/ })
      .click();
    await page.getByText('Offered to 1 person.').waitFor();
    expect((await tenant.api.listAssignments()).items).toMatchObject([
      { worker: { name: 'Mia Chen' }, course: { title: 'Manual handling' } },
    ]);
    expect(performance.now() - began).toBeLessThan(FIVE_MINUTES_MS);

    await page.goto(`${tenant.url}/needs?view=offered&site=North+Yard`);
    await page.getByText('Manual Handling').first().waitFor();
    await page.getByRole('button', { name: 'Save as a view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('North, offered');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Save as a view/ })
      .click();
    await page.getByRole('link', { name: 'North, offered' }).waitFor();
    await page.goto(`${tenant.url}/needs`);
    await page.getByRole('link', { name: 'North, offered' }).click();
    await page.getByText('Manual Handling').first().waitFor();
    expect(await look(page, 'saved-view')).toEqual([]);
    await page.getByRole('button', { name: 'Rename the view North, offered' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('North');
    await page.getByRole('dialog').getByRole('button', { name: /Save/ }).click();
    await page.getByRole('link', { name: 'North', exact: true }).waitFor();
    await page.getByText('Manual Handling').first().waitFor();
    await page.getByRole('button', { name: 'Delete the view North' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('link', { name: 'North', exact: true }).waitFor({ state: 'detached' });
    expect((await tenant.api.listViews()).items).toEqual([]);
    expect(browser.faults).toEqual([]);
  }, 120_000);
});
