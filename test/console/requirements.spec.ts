import { beforeAll, expect, it } from '@jest/globals';
import { addWorker } from '../factories/workers.js';
import { clickInDialog, goTo, look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('what is required', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    for (const [name, role] of [
      ['Tui Ngata', 'Rigger'],
      ['Mia Chen', 'Clerk'],
    ] as const)
      await tenant.api.createWorker({ body: { name, role, site: 'Dock 4', externalWorkerId: name } });
    const long = 'Ana María de los Ángeles Fernández de Córdoba y Álvarez de Toledo';
    await addWorker(tenant, { name: long, role: 'Senior Maintenance Technician', externalWorkerId: 'Ana' });
  });

  it('shows whom it affects before it is saved, and stands in the matrix afterwards', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness/matrix' });
    await page.getByText('Nothing is required of these people').waitFor();
    await page.getByRole('link', { name: 'Requirements' }).first().click();
    await page.getByRole('button', { name: 'New requirement' }).click();
    await page.getByLabel('Who needs it').selectOption('People with a role');
    await page.getByRole('textbox', { name: 'Role' }).fill('Rigger');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.postData() ?? ''));
    // It is asked for when the name is complete, not for each letter.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.getByRole('textbox', { name: 'Name of the credential' }).pressSequentially('WAH licence');
    await page.clock.resume();
    await page.getByText('1 person becomes not ready').waitFor();
    expect(asked.filter((body) => body.includes('"credential"'))).toHaveLength(1);
    await page.getByText('It concerns 1 person').waitFor();
    // A day is asked about once its year is complete, and saved not before.
    await page.getByLabel('Holds from').focus();
    await page.keyboard.type('01150202');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Holds from').fill('2027-01-15');
    await page.getByText('It concerns 1 person').waitFor();
    expect(asked.filter((body) => /"from":"0/.test(body))).toEqual([]);
    await page.getByLabel('Holds from').fill('');
    expect(await look(page, 'requirement')).toEqual([]);
    expect((await tenant.api.listRequirements()).items).toEqual([]);
    await clickInDialog(page, /New requirement/);
    await page.getByRole('row', { name: /Role Rigger WAH licence/ }).waitFor();
    expect(await look(page, 'requirements')).toEqual([]);
    await page.getByRole('button', { name: 'Import a matrix' }).click();
    const rows = Array.from({ length: 25 }, (_, n) => `Role ${n},perhaps`);
    await page.getByLabel('Training matrix').setInputFiles({
      name: 'matrix.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['Role,First aid', ...rows].join('\n')),
    });
    await page.getByText('25 rows are refused').waitFor();
    await page.getByText('and 5 more').waitFor();
    await clickInDialog(page, 'Cancel');

    await page.getByRole('link', { name: 'Matrix' }).click();
    await page.getByRole('columnheader', { name: /WAH licence/ }).waitFor();
    const row = page.getByRole('row', { name: /Tui Ngata Rigger Missing/ });
    await row.waitFor();
    await page.getByRole('row', { name: /Mia Chen Clerk –/ }).waitFor();
    // A long name leaves the room beside it to the requirements.
    const widths = await page
      .getByRole('rowheader')
      .evaluateAll((cells) => cells.map(({ clientWidth }) => clientWidth));
    expect(Math.max(...widths)).toBeLessThan(300);
    expect(await look(page, 'matrix')).toEqual([]);
    // A later reading that fails takes nothing away.
    await page.route('**/readiness/matrix?*', (route) => route.fulfill({ status: 409 }));
    await addWorker(tenant, { name: 'Zoe Park', externalWorkerId: 'Zoe' });
    await page.getByRole('heading', { name: 'The matrix could not be loaded' }).waitFor();
    expect(await row.isVisible()).toBe(true);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('row', { name: /Zoe Park/ }).waitFor();
    await page.getByRole('searchbox').fill('nobody');
    await page.keyboard.press('Enter');
    await page.getByText('Nobody matches these filters').waitFor();
    await page.getByRole('button', { name: 'Clear all' }).click();
    const role = page.getByRole('combobox', { name: 'Role' });
    await role.selectOption('Clerk');
    await row.waitFor({ state: 'detached' });
    await role.selectOption('Rigger');
    await row.waitFor();
    await role.selectOption('Any role');
    await page.getByRole('row', { name: /Mia Chen/ }).waitFor();
    await row.getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowDown');
    await page
      .getByRole('row', { name: /Mia Chen/ })
      .locator(':focus')
      .waitFor();
    // The cell that had the focus is gone: Tab reaches another one.
    await page.getByRole('searchbox').fill('tui');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Mia Chen/ }).waitFor({ state: 'detached' });
    await row.locator('[tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Tui Ngata' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Readiness' }).click();
    await page.waitForURL('**/readiness?q=tui');
  });

  it('is waived for one person until a day, and counts again when the waiver is ended', async () => {
    const { items } = await tenant.api.listWorkers({ query: { q: 'Tui' } });
    const page = await browser.signIn(tenant, ADMIN, { path: `/readiness/${items[0]?.id}` });
    await page.getByRole('button', { name: /^Waive WAH licence/ }).click();
    await page.getByRole('textbox', { name: 'Why' }).fill('Course is booked');
    await clickInDialog(page, /Waive/);
    await page.getByText('It does not count until then.', { exact: false }).waitFor();
    await page.getByRole('heading', { level: 2, name: /Ready since/ }).waitFor();
    await goTo(page, '/readiness/requirements?tab=waivers');
    await page.getByRole('row', { name: /Tui Ngata WAH licence .* Course is booked/ }).waitFor();
    expect(await look(page, 'waivers')).toEqual([]);
    await page.getByRole('button', { name: 'End now' }).click();
    await clickInDialog(page, 'End now');
    await page.getByText('Nobody is excused from anything').waitFor();
    await eventually(async () =>
      expect((await tenant.api.listReadiness({ query: { q: 'Tui' } })).items).toMatchObject([{ status: 'not_ready' }]),
    );
  });

  it('is counted on the screen of a site, which names nobody', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness/wall?site=Dock+4' });
    await page.getByRole('heading', { name: /1 of 2 people are ready/ }).waitFor();
    await page.getByText('Never held').waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Tui|Mia/);
    expect(await look(page, 'wall')).toEqual([]);
    await tenant.api.createCredential({ body: { externalWorkerId: 'Tui Ngata', name: 'WAH licence' } });
    await page.getByRole('heading', { name: /2 of 2 people are ready/ }).waitFor();
    await page.goto(`${tenant.url}/readiness/wall?site=Dock+5`);
    await page.getByRole('heading', { name: 'Nobody is at Dock 5' }).waitFor();
  });
});
