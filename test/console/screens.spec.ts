import { beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { publishedCourse } from '../factories/courses.js';
import { draftAbout } from '../factories/drafts.js';
import { addRequirement } from '../factories/requirements.js';
import { addWorker } from '../factories/workers.js';
import { goTo, look, visit } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('on a smaller screen, the console', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
  });

  /** Whether an element, or the text in it, is cut. */
  const isCut = (element: Locator): Promise<boolean> =>
    element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  const isInSight = async (page: Page, element: Locator): Promise<boolean> => {
    const { width = 0 } = page.viewportSize() ?? {};
    const box = await element.boundingBox();
    return box !== null && box.x >= 0 && box.x + box.width <= width;
  };

  it('gives a small desktop a rail of icons, and the room beside it to the page', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    const side = page.getByRole('complementary').first();
    await page.setViewportSize({ width: 1_280, height: 800 });
    await eventually(async () => expect((await side.boundingBox())?.width).toBe(56));
    expect(await look(page, 'rail')).toEqual([]);
    // The longest name that there can be.
    const { id } = await addWorker(tenant, { name: 'Wolfe'.repeat(40), externalWorkerId: 'E-0' });
    await goTo(page, `/readiness/${id}`);
    await page.getByRole('button', { name: 'Offer what is missing' }).waitFor();
    expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBe(1_280);
    await goTo(page, '/people');
    await page.setViewportSize({ width: 1_281, height: 800 });
    await eventually(async () => expect((await side.boundingBox())?.width).toBe(232));
  });

  it('shows on a phone the tab that is open, the whole title, and all that can be done with a row', async () => {
    const course = await publishedCourse(tenant, { title: 'Ladders, steps and towers: safe above the ground' });
    await addRequirement(tenant, { courseId: course.id });
    const worker = await addWorker(tenant, { name: 'Mia Chen', externalWorkerId: 'E-1', site: 'Dock 4' });
    await tenant.api.assignAssignments({ body: { courseId: course.id, workerIds: [worker.id] } });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=assignments', phone: true });
    await page.getByText('Mia Chen').waitFor();
    expect(await isInSight(page, page.getByRole('link', { name: 'Assignments' }))).toBe(true);
    for (const name of ['Learner', 'Complete', 'Extend', 'Reassign', 'Cancel the assignment'])
      expect(await isInSight(page, page.getByRole('button', { name, exact: true }))).toBe(true);
    expect(await look(page, 'assignments-phone')).toEqual([]);
    for (const path of ['/library', '/drafts', '/readiness']) {
      await goTo(page, path);
      const title = page.getByRole('heading', { level: 1 });
      await title.waitFor();
      await page.getByRole('button').first().waitFor();
      expect(await isCut(title)).toBe(false);
    }
    await goTo(page, `/readiness/${worker.id}`);
    await page.getByText('one line a gap').waitFor();
    const progress = page.getByText(/^Ladders, steps and towers: .+ assigned, due/);
    await progress.waitFor();
    expect(await isInSight(page, progress)).toBe(true);
    await goTo(page, '/settings?tab=operations');
    await page.getByRole('table').waitFor();
    expect(await isInSight(page, page.getByRole('link', { name: 'Operations' }))).toBe(true);
  });

  it('keeps the filters of a list on a phone behind a button that counts those that are set', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?site=Dock+4&left=true', phone: true });
    for (const [path, button] of [
      ['/people?site=Dock+4&left=true', 'Filter, 2 on'],
      ['/library?status=draft', 'Filter, 1 on'],
      ['/audit?actor=nobody&since=2026-01-01', 'Filter, 2 on'],
      ['/readiness/matrix?role=Rigger', 'Filter, 1 on'],
    ] as const) {
      await goTo(page, path);
      await page.getByRole('button', { name: button }).waitFor();
      expect(await page.getByRole('searchbox').count()).toBe(0);
      await page.getByRole('button', { name: button }).click();
      expect(await isInSight(page, page.getByRole('searchbox').first())).toBe(true);
      expect(await look(page, `filters of ${path.split('?')[0]?.replaceAll('/', ' ')}`)).toEqual([]);
      await page.getByRole('button', { name: 'Clear all' }).click();
      await page.getByRole('button', { name: 'Filter', exact: true }).waitFor();
    }
  });

  it('leads back from what is not there, and offers no try that cannot help', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    for (const path of ['/readiness/wrk_none', '/library/crs_none', '/drafts/drf_none', '/needs?need=ned_none']) {
      await goTo(page, path);
      await page.getByText('It was deleted, or the link is incomplete.').waitFor();
      expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Offer what is missing' }).count()).toBe(0);
    }
    expect(await look(page, 'gone')).toEqual([]);
    await page.getByRole('link', { name: 'Go to training needs' }).click();
    await page.waitForURL(`${tenant.url}/needs`);
  });

  it('has room for what it shows at a zoom of 400 %, and gives the keys to what covers a list', async () => {
    const data = { external_worker_id: 'E-1', topic: 'Rigging', severity: 4 };
    await tenant.send({ event: 'signal.incident', data });
    await tenant.resolvedNeeds();
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    await page.setViewportSize({ width: 320, height: 256 });
    const heightOf = async (element: Locator): Promise<number> => (await element.boundingBox())?.height ?? 0;
    expect(await heightOf(page.getByRole('region', { name: 'People' }))).toBeGreaterThan(150);
    expect(await look(page, 'zoomed')).toEqual([]);
    // No part is wider than the screen, so that it would be scrolled in two directions.
    const wide: string[] = [];
    for (const path of ['/readiness', '/readiness/requirements', '/connectors', '/automation']) {
      await visit(page, path);
      for (const part of await page.locator('#content, #content .scroll').all())
        if (await isCut(part)) wide.push(`${path}: ${await part.getAttribute('aria-label')}`);
    }
    expect(wide).toEqual([]);
    await goTo(page, '/people');
    await page.getByRole('button', { name: 'New person' }).click();
    expect(await heightOf(page.locator('.dialog-body'))).toBeGreaterThan(200);
    expect(await look(page, 'dialog-zoomed')).toEqual([]);
    await goTo(page, '/needs');
    await page.getByRole('row', { name: /Rigging/ }).press('Enter');
    await page.locator('.drawer:focus').waitFor();
    await page.getByRole('heading', { name: 'History' }).waitFor();
    expect(await heightOf(page.locator('.drawer-body'))).toBeGreaterThan(200);
    expect(await look(page, 'drawer-zoomed')).toEqual([]);
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.drawer :focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('tr:focus').waitFor();
  });

  it('keeps names in their order that are written from right to left', async () => {
    await addWorker(tenant, { name: 'ليلى حداد', externalWorkerId: 'E-9', site: 'مستودع الميناء' });
    await tenant.send({ event: 'signal.incident', data: { site: 'مستودع الميناء', topic: 'Rigging', severity: 4 } });
    await tenant.resolvedNeeds();
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    const row = page.getByRole('row', { name: /1 person/ });
    await row.waitFor();
    const [site, people] = await row
      .locator('.aud span')
      .evaluateAll((spans) => spans.map((span) => span.getBoundingClientRect()));
    expect(people?.left).toBeGreaterThanOrEqual(site?.right ?? Infinity);
  });

  it('shows on a phone each entry of the ledger as a whole', async () => {
    await draftAbout(tenant, 'Manual Handling', 'Dock 4');
    const page = await browser.signIn(tenant, ADMIN, { path: '/drafts', phone: true });
    const draft = page.getByRole('link', { name: 'Manual Handling' });
    await draft.waitFor();
    expect(await isCut(draft)).toBe(false);
    await page.getByRole('button', { name: /drafts used this month/ }).click();
    const cells = page.getByRole('dialog').getByRole('cell');
    await cells.first().waitFor();
    for (const cell of await cells.all()) expect(await isCut(cell)).toBe(false);
    expect(await look(page, 'ledger-phone')).toEqual([]);
  });
});
