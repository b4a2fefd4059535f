import { beforeAll, expect, it } from '@jest/globals';
import { addBlockedRiggers } from '../factories/readiness.js';
import { consoleUser } from '../factories/users.js';
import { evaluate } from '../harness/chromium.js';
import { look } from '../harness/console-browser.js';
import { holdRequests } from '../harness/console-network.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';

const AUTHOR = 'wim@example.com';

describeConsole('the readiness board', ({ browser, createTenant }) => {
  /** The tenant of tests that change nothing. */
  let board: TestTenant;
  beforeAll(async () => {
    board = await createTenant();
    await addBlockedRiggers(board);
    await consoleUser(board, { email: AUTHOR, role: 'author' });
  });

  it('says who is ready, who is not and why, by site, reason and day', async () => {
    const page = await browser.signIn(board, ADMIN, { path: '/readiness' });
    await page.getByRole('heading', { name: '1 of 3 people are ready, 33 %' }).waitFor();
    await page.getByRole('row', { name: /Not ready.*Ada.*Rigging.*Offer the course/ }).waitFor();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['Yard', 'Dock']);
    await page.getByRole('link', { name: 'Offer the course Ada' }).waitFor();
    expect(await look(page, 'readiness')).toEqual([]);

    const release = await holdRequests(page, '**/readiness/summary?*kind=need*');
    await page.getByRole('link', { name: '2 people at Yard: Open need' }).click();
    // The numbers are still those of everybody.
    await page.locator('[aria-busy="true"]', { hasText: '1 of 3 people are ready' }).first().waitFor();
    release();
    await page.getByRole('heading', { name: '0 of 2 people are ready, 0 %' }).waitFor();
    expect(page.url()).toContain('kind=need');
    await page.getByText('people not ready, at risk; everybody at Yard').waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByRole('heading', { name: '1 of 3 people are ready, 33 %' }).waitFor();

    await page.getByLabel('As of, date').fill('2020-01-01');
    await page.getByRole('heading', { name: '0 of 0 people are ready' }).waitFor();
    await page.getByRole('button', { name: 'Today' }).click();
    await page.getByRole('heading', { name: '1 of 3 people are ready, 33 %' }).waitFor();

    // Parts that cannot be read say so, and not that they have nothing.
    await page.route(/readiness(\/trend)?\?/, (route) => route.fulfill({ status: 403, body: '' }));
    await page.getByRole('combobox', { name: 'Site' }).selectOption('Dock');
    await page.getByRole('heading', { name: 'The board could not be loaded' }).waitFor();
    await page.getByRole('alert').nth(1).waitFor();
    expect(await page.getByText('0 people', { exact: true }).count()).toBe(0);
    await page.unrouteAll();

    // The filters can be cleared while the numbers cannot be read.
    await page.route('**/readiness/summary?*', (route) => route.fulfill({ status: 403, body: '' }));
    for (const path of ['/readiness', '/readiness/matrix']) {
      await page.goto(`${board.url}${path}?site=Yard&role=Rigger`);
      await page.getByRole('combobox', { name: 'Site' }).waitFor();
      await page.getByRole('button', { name: 'Clear all' }).click();
      await page.waitForURL(`**${path}`);
    }
    await page.unrouteAll();
  });

  it('has its columns, and no buttons, on paper, and can be read in more contrast and in forced colours', async () => {
    const page = await browser.signIn(board, ADMIN, { path: '/readiness' });
    await page.getByRole('row', { name: /Not ready.*Ada/ }).waitFor();
    await page.setViewportSize({ width: 1_440, height: 400 });
    const body = page.getByRole('region', { name: 'Readiness board' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.side').isVisible()).toBe(false);
    // A4 upright, within the usual margins.
    await page.setViewportSize({ width: 717, height: 400 });
    for (const column of ['Overdue', 'Source', 'Since'])
      expect(await page.getByRole('columnheader', { name: column }).isVisible()).toBe(true);
    expect(await page.locator('.lever .btn').isVisible()).toBe(false);
    expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBe(717);
    expect(await body.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
    const colourOf = (selector: string, property = 'backgroundColor'): Promise<string> =>
      evaluate(page, `getComputedStyle(document.querySelector('${selector}')).${property}`);
    await page.emulateMedia({ media: 'screen' });
    const usual = await colourOf('.board-note', 'color');
    await page.emulateMedia({ media: 'screen', contrast: 'more' });
    expect(await colourOf('.board-note', 'color')).not.toBe(usual);
    await page.emulateMedia({ media: 'screen', contrast: null, forcedColors: 'active' });
    expect(await colourOf('.share.big > i')).not.toBe(await colourOf('body'));
    // The button for today is disabled, because the board shows today.
    expect(await colourOf('.asof .btn', 'color')).not.toBe(await colourOf('.top button.btn', 'color'));
  });

  it('says to an author that it takes an admin to offer what is missing', async () => {
    const page = await browser.signIn(board, AUTHOR, { path: '/readiness' });
    await page.getByRole('button', { name: 'Offer what is missing' }).click({ force: true });
    await page.getByText('Your role is author. An admin can do this').waitFor();
    expect(await page.locator('.dialog').count()).toBe(0);
    expect(browser.faults).toEqual([]);
  });
});
