import { beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { boardLists } from '../factories/offer-missing.js';
import { addRequirement } from '../factories/requirements.js';
import { evaluate } from '../harness/chromium.js';
import { goTo } from '../harness/console-browser.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('the readiness board of many people', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    const rows = Array.from({ length: 260 }, (_, n) =>
      JSON.stringify({ externalWorkerId: `W-${n}`, name: `Person ${n}`, site: `Site ${n % 20}` }),
    );
    await tenant.api.importWorkers({ body: rows.join('\n'), contentType: 'application/x-ndjson' });
    await boardLists(tenant, 260);
  });

  /** The list of people, when its first rows are shown. */
  const listOf = async (page: Page): Promise<Locator> => {
    const list = page.getByRole('table', { name: 'People, worst first' });
    await list.getByRole('link', { name: 'Person 0', exact: true }).waitFor();
    return list;
  };

  it('shows the worst of many sites, and says on paper that its list goes on', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness' });
    await listOf(page);
    const all = page.getByRole('button', { name: 'All 20 sites' });
    await all.waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(12);
    await all.click();
    await eventually(async () => expect(await page.getByRole('rowheader').count()).toBe(20));
    expect(await page.getByText('The list goes on').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await page.getByText('The list goes on: its exports have all rows.').waitFor();
    // Of the filters, those that are set.
    expect(await page.getByLabel('Site', { exact: true }).isVisible()).toBe(false);
    await goTo(page, '/readiness?site=Site+3');
    await page.getByLabel('Site', { exact: true }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByLabel('Status', { exact: true }).waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Site', { exact: true }).isVisible()).toBe(true);
  });

  it('loads people as one scrolls, again after a refusal, and has only those in sight in the page', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness' });
    const list = await listOf(page);
    await page.getByRole('region', { name: 'Readiness board' }).hover();
    let refused = 0;
    await page.route('**/readiness?*cursor=*', async (route) => {
      refused += 1;
      await route.fulfill({ status: 409 });
    });
    const again = page.getByRole('button', { name: 'Try again' });
    await eventually(async () => {
      await page.mouse.wheel(0, 2_000);
      expect(await again.count()).toBe(1);
    });
    await page.mouse.wheel(0, 2_000);
    await again.hover();
    expect(refused).toBe(1);
    await page.unrouteAll();
    await again.click();
    await eventually(async () => {
      await page.mouse.wheel(0, 2_000);
      expect(await list.locator('tr[aria-rowindex="261"]').isVisible()).toBe(true);
    });
    expect(await list.getByRole('row').count()).toBeLessThan(100);
    // No row shows above the head of the table.
    const yOf = async (role: 'columnheader' | 'region', name: string): Promise<number> =>
      (await page.getByRole(role, { name, exact: true }).boundingBox())?.y ?? NaN;
    expect((await yOf('columnheader', 'Person')) - (await yOf('region', 'Readiness board'))).toBeLessThanOrEqual(1);
    // On paper are all people who are loaded.
    await evaluate(page, "dispatchEvent(new Event('beforeprint'))");
    await eventually(async () => expect(await list.getByRole('row').count()).toBe(261));
    await evaluate(page, "dispatchEvent(new Event('afterprint'))");
    await eventually(async () => expect(await list.getByRole('row').count()).toBeLessThan(100));
    await list.locator('tr[aria-rowindex="261"]').getByRole('link').click();
    await page.getByRole('heading', { level: 2, name: /^Ready since/ }).waitFor();
    await page.goBack();
    await list.locator('tr[aria-rowindex="261"]').waitFor();
  });

  it('keeps the cell of the matrix that has the focus in sight, with larger text, too', async () => {
    const credentials = Array.from({ length: 40 }, (_, n) => `Licence ${n}`);
    for (const credential of credentials) await addRequirement(tenant, { credential });
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness' });
    await evaluate(page, "document.documentElement.style.fontSize = '32px'");
    await goTo(page, '/readiness/matrix');
    await page.getByRole('gridcell').first().focus();
    for (let row = 0; row < 40; row++) await page.keyboard.press('ArrowDown');
    const cell = page.locator('[data-cell="40-0"]:focus');
    await cell.waitFor();
    const { y = -1, height = 0 } = (await cell.boundingBox()) ?? {};
    expect([y > 0, y + height < 900]).toEqual([true, true]);
    // All requirements are in the page, and the cells in sight.
    await page.keyboard.press('End');
    const last = page.locator('[data-cell="40-39"]:focus');
    await last.waitFor();
    expect(await last.getAttribute('aria-colindex')).toBe('41');
    expect(await page.getByRole('grid').getAttribute('aria-colcount')).toBe('41');
    const heads = page.getByRole('columnheader');
    expect(await heads.count()).toBe(41);
    expect(await page.locator('[data-cell^="40-"]').count()).toBeLessThan(30);
    expect((await last.boundingBox())?.x).toBe((await heads.last().boundingBox())?.x);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await page.goBack();
    await page.locator('[data-cell$="-39"]').first().waitFor();
    await evaluate(page, "dispatchEvent(new Event('beforeprint'))");
    await eventually(async () => expect(await page.locator('[data-cell^="40-"]').count()).toBe(40));
    await evaluate(page, "dispatchEvent(new Event('afterprint'))");
  });
});
