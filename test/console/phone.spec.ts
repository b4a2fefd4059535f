import { beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { publishedCourse } from '../factories/courses.js';
import { addCredential } from '../factories/credentials.js';
import { draftAbout } from '../factories/drafts.js';
import { addRequirement } from '../factories/requirements.js';
import { addWorker } from '../factories/workers.js';
import { evaluate } from '../harness/chromium.js';
import { goTo, isCut, look } from '../harness/console-browser.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('on a phone, the console', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
  });

  const isInSight = async (page: Page, element: Locator): Promise<boolean> => {
    const { width = 0 } = page.viewportSize() ?? {};
    const box = await element.boundingBox();
    return box !== null && box.x >= 0 && box.x + box.width <= width;
  };

  it('shows the tab that is open, the whole title, and all that can be done with a row', async () => {
    const course = await publishedCourse(tenant, { title: 'Ladders, steps and towers: safe above the ground' });
    await addRequirement(tenant, { courseId: course.id });
    const worker = await addWorker(tenant, { name: 'Mia Chen', externalWorkerId: 'E-1', site: 'Dock 4' });
    await tenant.api.createAssignments({ body: { courseId: course.id, workerIds: [worker.id] } });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=assignments', phone: true });
    await page.getByText('Mia Chen').waitFor();
    expect(await isInSight(page, page.getByRole('link', { name: 'Assignments' }))).toBe(true);
    for (const name of ['Learner', 'Complete', 'Extend', 'Reassign', 'Cancel the assignment'])
      expect(await isInSight(page, page.getByRole('button', { name: `${name} Mia Chen` }))).toBe(true);
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
    expect(await isInSight(page, page.getByRole('main').getByRole('link', { name: 'Readiness' }))).toBe(true);
    await goTo(page, '/settings');
    const user = page.getByRole('row').filter({ hasText: ADMIN });
    await user.waitFor();
    expect(await user.ariaSnapshot()).toContain('Last sign-in: now');
    await goTo(page, '/settings?tab=operations');
    await page.getByRole('table').waitFor();
    expect(await isInSight(page, page.getByRole('link', { name: 'Operations' }))).toBe(true);
  });

  it('keeps the filters of a list behind a button that counts those that are set', async () => {
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
      await evaluate(page, "dispatchEvent(new Event('beforeprint'))");
      await page.getByRole('searchbox').first().waitFor();
      await evaluate(page, "dispatchEvent(new Event('afterprint'))");
      await page.getByRole('button', { name: button }).click();
      expect(await isInSight(page, page.getByRole('searchbox').first())).toBe(true);
      expect(await look(page, `filters of ${path.split('?')[0]?.replaceAll('/', ' ')}`)).toEqual([]);
      await page.getByRole('button', { name: 'Clear all' }).click();
      await page.getByRole('button', { name: 'Filter', exact: true }).waitFor();
    }
  });

  it('shows the columns of a file, and a square to say that it names everybody', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people/import/workers', phone: true });
    const file = { name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from('Employee no,Name\nE-1,Ada') };
    await page.getByLabel('Table (CSV), workbook (XLSX) or lines of JSON').setInputFiles(file);
    expect(await isCut(page.getByRole('columnheader', { name: 'What stands in it' }))).toBe(false);
    const { width, height } = (await page.getByLabel('This file names everybody.').boundingBox()) ?? {};
    expect(width).toBe(height);
    expect(await look(page, 'import-phone')).toEqual([]);
  });

  it('has room at 320 pixels for a need whose course is drafted, and for the days of what a person holds', async () => {
    await draftAbout(tenant, 'Working in silos', 'Dock 5');
    const [need] = (await tenant.api.listNeeds({ query: { topic: 'Working in silos' } })).items;
    const page = await browser.signIn(tenant, ADMIN, { path: `/needs?need=${need?.id}`, phone: true });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('link', { name: 'Open the draft' }).waitFor();
    const { width = 0 } = (await page.getByText('No published course answers the topic.').boundingBox()) ?? {};
    expect(width).toBeGreaterThan(200);
    expect(await isCut(page.getByRole('button', { name: 'Offer course' }))).toBe(false);

    const { id } = await addWorker(tenant, { name: 'Ana Ruiz', externalWorkerId: 'E-2' });
    await addCredential(tenant, { externalWorkerId: 'E-2', expiresAt: '2029-11-17' });
    await goTo(page, `/readiness/${id}`);
    const until = page.getByRole('cell', { name: '17 Nov 2029' });
    await until.waitFor();
    expect(await isCut(until)).toBe(false);
  });

  it('shows each entry of the ledger as a whole', async () => {
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
