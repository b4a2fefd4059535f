import { beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { dateInDays } from '../factories/days.js';
import { addBlockedRiggers } from '../factories/readiness.js';
import { addRequirement } from '../factories/requirements.js';
import { addWorker } from '../factories/workers.js';
import { clickInDialog, goTo, look } from '../harness/console-browser.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('one person on the readiness board', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    await addBlockedRiggers(tenant);
  });

  it('is shown as on another day, which their page and the matrix say', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness' });
    const day = dateInDays(2);
    await page.getByLabel('As of, date').fill(day);
    await page.getByRole('link', { name: 'Ada', exact: true }).click();
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
    await page.route(/\/readiness(?:\/summary)?\?.*asOf=2020/, (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/asOf=[^&]*/, ''),
      }),
    );
    await goTo(page, '/readiness?asOf=2020-01-01');
    const row = page.getByRole('row', { name: /Ada/ });
    await row.waitFor();
    expect(await row.getByRole('cell').last().innerText()).toBe('–');
    await page.unrouteAll();
    await goTo(page, `/readiness/matrix?asOf=${day}`);
    await page.getByRole('note').getByRole('button', { name: 'Today' }).click();
    await page.getByRole('note').waitFor({ state: 'detached' });
    expect(page.url()).toBe(`${tenant.url}/readiness/matrix`);
  });

  it('is named with their records after they have left', async () => {
    const { id } = await addWorker(tenant, { name: 'Lea Ver', externalWorkerId: 'L-1' });
    await tenant.api.changeWorker({ path: { id }, body: { active: false } });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?left=true' });
    await page.getByRole('link', { name: 'Lea Ver' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lea Ver' }).waitFor();
    await page.getByText('This person has left.').waitFor();
    expect(await page.getByText('This person could not be loaded').count()).toBe(0);
    expect(await look(page, 'worker-left')).toEqual([]);
  });

  it('leads back to the board with its filters', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness?site=Yard' });
    await page.getByRole('link', { name: 'Ada', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Readiness' }).click();
    await page.waitForURL('**/readiness?site=Yard');
    expect(page.url()).toBe(`${tenant.url}/readiness?site=Yard`);
  });

  it('is shown with their reasons, and is offered what they lack, which can be undone', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness?status=not_ready' });
    await page.getByRole('link', { name: 'Ada', exact: true }).click();
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

  it('is offered a course that a requirement names, on the board and on their page', async () => {
    const other = await createTenant();
    const course = await publishedCourse(other, { title: 'Ladders' });
    await addWorker(other, { name: 'Ada', externalWorkerId: 'Ada', site: 'Yard' });
    await addRequirement(other, { courseId: course.id });
    await eventually(async () => expect(await other.api.getReadinessSummary()).toMatchObject({ atRisk: 1 }));
    const page = await browser.signIn(other, ADMIN, { path: '/readiness' });
    await page.getByRole('row', { name: /Ada/ }).getByRole('button', { name: 'Offer the course' }).click();
    await page.getByRole('dialog', { name: 'Offer Ladders' }).waitFor();
    expect(await look(page, 'offer-course')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Ada', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
    await page.getByRole('button', { name: 'Offer the course' }).click();
    await clickInDialog(page, 'Offer to 1 person');
    await page.getByText(/^Ladders assigned, due/).waitFor();
    expect((await other.api.listAssignments()).items).toMatchObject([{ worker: { name: 'Ada' } }]);
  });
});
