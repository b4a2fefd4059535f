import { beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { consoleUser } from '../factories/users.js';
import { addWorker } from '../factories/workers.js';
import { evaluate } from '../harness/chromium.js';
import { clickInDialog, goTo, look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const AUTHOR = 'wim@example.com';

describeConsole('the readiness board', ({ browser, createTenant }) => {
  /** The tenant of tests that change nothing. */
  let board: TestTenant;
  beforeAll(async () => {
    board = await createTenant();
    await people(board);
    await consoleUser(board, { email: AUTHOR, role: 'author' });
  });

  /** Two people at Yard whom a need blocks, and one at Dock who is ready. */
  const people = async (tenant: TestTenant): Promise<void> => {
    await publishedCourse(tenant, { title: 'Rigging' });
    for (const [name, site] of [
      ['Ada', 'Yard'],
      ['Ben', 'Yard'],
      ['Cleo', 'Dock'],
    ] as const)
      await addWorker(tenant, { name, externalWorkerId: name, site, role: 'Rigger' });
    await sendSignal(tenant, { site: 'Yard', topic: 'Rigging', severity: 4 });
    await eventually(async () =>
      expect(await tenant.api.getReadinessSummary()).toMatchObject({ notReady: 2, ready: 1 }),
    );
  };

  it('says who is ready, who is not and why, by site, reason and day', async () => {
    const page = await browser.signIn(board, ADMIN, { path: '/readiness' });
    await page.getByRole('heading', { name: '1 of 3 people are ready, 33 %' }).waitFor();
    await page.getByRole('row', { name: /Not ready.*Ada.*Rigging.*Offer the course/ }).waitFor();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['Yard', 'Dock']);
    expect(await look(page, 'readiness')).toEqual([]);

    await page.getByRole('link', { name: '2 people at Yard: Open need' }).click();
    await page.getByRole('heading', { name: '0 of 2 people are ready, 0 %' }).waitFor();
    expect(page.url()).toContain('kind=need');
    await page.getByText('people not ready, at risk; everybody at Yard').waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByRole('heading', { name: '1 of 3 people are ready, 33 %' }).waitFor();

    await page.getByLabel('As of, date').fill('2020-01-01');
    await page.getByRole('heading', { name: '0 of 0 people are ready' }).waitFor();
    await page.getByRole('button', { name: 'Today' }).click();
    await page.getByRole('heading', { name: '1 of 3 people are ready, 33 %' }).waitFor();

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
  });

  it('shows the worst of many sites, and hundreds of people as one scrolls, with only those in sight in the page', async () => {
    const tenant = await createTenant();
    const rows = Array.from({ length: 260 }, (_, n) =>
      JSON.stringify({ externalWorkerId: `W-${n}`, name: `Person ${n}`, site: `Site ${n % 20}` }),
    );
    await tenant.api.importWorkers({ body: rows.join('\n'), contentType: 'application/x-ndjson' });
    await eventually(async () => expect(await tenant.api.getReadinessSummary()).toMatchObject({ total: 260 }));
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness' });
    const list = page.getByRole('table', { name: 'People, worst first' });
    await list.getByRole('link', { name: 'Person 0', exact: true }).waitFor();
    const all = page.getByRole('button', { name: 'All 20 sites' });
    await all.waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(12);
    await all.click();
    await eventually(async () => expect(await page.getByRole('rowheader').count()).toBe(20));
    await page.getByRole('region', { name: 'Readiness board' }).hover();
    expect(await page.getByText('The list goes on').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await page.getByText('The list goes on: its exports have all rows.').waitFor();
    await page.emulateMedia({ media: 'screen' });
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

    // Keys keep the row that has the focus in sight, with larger text, too.
    await addRequirement(tenant, { credential: 'First aid' });
    await evaluate(page, "document.documentElement.style.fontSize = '32px'");
    await goTo(page, '/readiness/matrix');
    await page.getByRole('gridcell').first().focus();
    for (let row = 0; row < 40; row++) await page.keyboard.press('ArrowDown');
    const cell = page.locator('[data-cell="40-0"]:focus');
    await cell.waitFor();
    const { y = -1, height = 0 } = (await cell.boundingBox()) ?? {};
    expect([y > 0, y + height < 900]).toEqual([true, true]);
  });

  it('shows one person, offers what they lack, and takes it back', async () => {
    const tenant = await createTenant();
    await people(tenant);
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness?status=not_ready' });
    await page.getByRole('link', { name: 'Ada' }).click();
    await page.getByRole('heading', { level: 2, name: /^Not ready since/ }).waitFor();
    expect(await look(page, 'worker')).toEqual([]);

    await page.getByRole('button', { name: 'Offer what is missing' }).click();
    const dialog = page.getByRole('dialog', { name: 'Offer what is missing: Ada' });
    await dialog.getByText('1 assignment will be made').waitFor();
    expect(await look(page, 'offer-missing')).toEqual([]);
    await dialog.getByRole('button', { name: 'Make 1 assignment' }).click();
    await eventually(async () => expect((await tenant.api.listAssignments()).items).toHaveLength(1));
    await page.getByText(/^Rigging assigned, due/).waitFor();
    // The board may take longer than the message stays.
    await page.keyboard.press('u');
    await eventually(async () =>
      expect((await tenant.api.listAssignments({ query: { status: ['assigned'] } })).items).toEqual([]),
    );

    const importSteps = (fields: { readonly doneAt?: string }): Promise<unknown> => {
      const steps = Array.from({ length: 21 }, (_, n) => ({ externalWorkerId: 'Ada', step: `Step ${n}`, ...fields }));
      const body = steps.map((step) => JSON.stringify(step)).join('\n');
      return tenant.api.importOnboarding({ body, contentType: 'application/x-ndjson' });
    };
    await importSteps({});
    await page.getByText('Step 20').first().waitFor();
    await importSteps({ doneAt: new Date().toISOString() });
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    for (let step = 0; step < 21; step++) await page.getByText(`Step ${step}`, { exact: true }).waitFor();
  });

  it('offers a course that a requirement names, to one person, on the board and on their page', async () => {
    const tenant = await createTenant();
    const course = await publishedCourse(tenant, { title: 'Ladders' });
    await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada', site: 'Yard' });
    await addRequirement(tenant, { courseId: course.id });
    await eventually(async () => expect(await tenant.api.getReadinessSummary()).toMatchObject({ atRisk: 1 }));
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness' });
    await page.getByRole('row', { name: /Ada/ }).getByRole('button', { name: 'Offer the course' }).click();
    await page.getByRole('dialog', { name: 'Offer Ladders' }).waitFor();
    expect(await look(page, 'offer-course')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Ada' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
    await page.getByRole('button', { name: 'Offer the course' }).click();
    await clickInDialog(page, 'Offer to 1 person');
    await page.getByText(/^Ladders assigned, due/).waitFor();
    expect((await tenant.api.listAssignments()).items).toMatchObject([{ worker: { name: 'Ada' } }]);
  });

  it('says on the matrix and on a page of a person that they show another day', async () => {
    const page = await browser.signIn(board, ADMIN, { path: '/readiness' });
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('As of, date').fill(tomorrow);
    await page.getByRole('link', { name: 'Ada' }).click();
    await page
      .getByRole('note')
      .getByText(/^Shows .+, and not today\./)
      .waitFor();
    await page.getByRole('link', { name: 'PDF of today' }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await look(page, 'worker-as-of-phone')).toEqual([]);
    const end = await page.getByRole('button', { name: 'Offer what is missing' }).boundingBox();
    expect((end?.x ?? 0) + (end?.width ?? 0)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1_440, height: 900 });
    expect(await look(page, 'worker-as-of')).toEqual([]);
    await page.getByRole('button', { name: 'Waive' }).waitFor();
    await page.getByRole('button', { name: 'Today' }).click();
    await page.getByRole('note').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Evidence PDF', exact: true }).waitFor();
    // A past day, on which the engine had the same reasons.
    const { pathname } = new URL(page.url());
    await page.route('**/readiness/wrk_*?asOf=*', (route) =>
      route.continue({ url: route.request().url().replace(/\?.*/, '') }),
    );
    await goTo(page, `${pathname}?asOf=2020-01-01`);
    await page.getByText('Reasons', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Waive' }).count()).toBe(0);
    await page.unrouteAll();
    await goTo(page, `/readiness/matrix?asOf=${tomorrow}`);
    await page.getByRole('note').getByRole('button', { name: 'Today' }).click();
    await page.getByRole('note').waitFor({ state: 'detached' });
    expect(page.url()).toBe(`${board.url}/readiness/matrix`);
    await goTo(page, '/readiness?site=Yard');
    await page.getByRole('link', { name: 'Ada' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Readiness' }).click();
    await page.waitForURL('**/readiness?site=Yard');
  });

  it('says to an author that it takes an admin to offer what is missing', async () => {
    const page = await browser.signIn(board, AUTHOR, { path: '/readiness' });
    await page.getByRole('button', { name: 'Offer what is missing' }).click();
    await page
      .getByRole('dialog')
      .getByText(/An admin can do this/)
      .waitFor();
    expect(browser.faults).toEqual([]);
  });

  it('has its filters, the day and its exports at hand on a phone', async () => {
    const page = await browser.signIn(board, ADMIN, { path: '/readiness?site=Yard', phone: true });
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

  it('changes by itself, can be read on a phone, and explains an empty directory', async () => {
    const tenant = await createTenant();
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness', phone: true });
    await page.getByText('Nobody is in the directory yet').waitFor();
    await people(tenant);
    await page.getByRole('heading', { name: '1 of 3 people are ready, 33 %' }).waitFor();
    expect(await look(page, 'readiness-phone')).toEqual([]);
  });
});
