import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { cancel, clickInDialog, goTo, look } from '../harness/console-browser.js';
import { holdRequests } from '../harness/console-network.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

/** As a personnel system exports it: names of its own, Windows-1252, semicolons, a blank row, and one with no key. */
const FILE = Buffer.from(
  '\r\nPersonnel no;"Name, full";Plant;Job\r\nE-1;Jürgen Groß;Dock 4;Rigger\r\nE-2;Mia Chen;Dock 4;\r\n;Nobody;Dock 4;\r\n',
  'latin1',
);

describeConsole('the directory', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
  });

  it('imports a file with columns of its own after a look at what it would change', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    await page.getByText('The directory is empty').waitFor();
    expect(await look(page, 'people, empty')).toEqual([]);
    await page.getByRole('link', { name: 'Import a file' }).first().click();
    await page
      .getByLabel('Table (CSV), workbook (XLSX) or lines of JSON')
      .setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: FILE });
    await page.getByRole('row', { name: /Name, full Jürgen Groß, Mia Chen, Nobody/ }).waitFor();
    for (const [column, field] of [
      ['Personnel no', 'External id'],
      ['Name, full', 'Name'],
      ['Plant', 'Site'],
      ['Job', 'Role'],
    ] as const)
      await page.getByLabel(`${column} becomes`).selectOption(field);
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('table', { name: '1 row is refused' }).waitFor();
    expect(await look(page, 'import')).toEqual([]);
    expect((await tenant.api.listWorkers()).items).toEqual([]);

    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the refused rows' }).click();
    const rows = (await readFile(await (await saved).path(), 'utf8')).split('\r\n');
    expect(rows).toEqual([
      'Personnel no,"Name, full",Plant,Job,Reason',
      ',Nobody,Dock 4,,"External id: External id, e-mail or learner id is needed"',
    ]);

    await page.getByRole('button', { name: 'Import 2 people' }).click();
    await page.getByText('Imported.').waitFor();
    expect((await tenant.api.listWorkers()).items).toMatchObject([
      { name: 'Jürgen Groß', externalWorkerId: 'E-1', site: 'Dock 4', role: 'Rigger' },
      { name: 'Mia Chen', externalWorkerId: 'E-2', role: null },
    ]);
  });

  it('shows no outcome of choices that have changed meanwhile', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people/import/workers' });
    await page
      .getByLabel('Table (CSV), workbook (XLSX) or lines of JSON')
      .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('externalWorkerId,name\nADA-1,Ada') });
    const release = await holdRequests(page, '**/workers/import?*');
    const answered = page.waitForResponse('**/workers/import?*');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByLabel('This file names everybody.').check();
    release();
    await (await answered).finished();
    await page.locator('button[aria-busy]', { hasText: 'Check the file' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /^Import / }).count()).toBe(0);
    await page.getByLabel('This file names everybody.').uncheck();
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('button', { name: /^Import / }).waitFor();
    // The session ends while the engine imports.
    await page.route('**/workers/import?*', async (route) => {
      const response = await route.fetch();
      await page.context().clearCookies();
      await route.fulfill({ response });
    });
    await page.getByRole('button', { name: /^Import / }).click();
    await page.getByText('Your session is over').waitFor();
  });

  it('says in its own words why it refuses each row of a file', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people/import/workers' });
    /** The rows of the table of refused rows: number, field and reason. */
    const refusals = async (kind: string, rows: readonly string[]): Promise<string[]> => {
      await goTo(page, `/people/import/${kind}`);
      await page
        .getByLabel('Table (CSV), workbook (XLSX) or lines of JSON')
        .setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
      await page.getByRole('button', { name: 'Check the file' }).click();
      const table = page.getByRole('table', { name: /refused$/ });
      await table.waitFor();
      return table.locator('tbody tr').allInnerTexts();
    };
    const workers = [
      'externalWorkerId,name,email,active,groups',
      ',No Key,,,',
      'R-2,,,,',
      'R-3,Ada,ada at work,,',
      'R-4,Ben,,maybe,',
      'R-5,Cleo,,,',
      'R-5,Dan,,,',
      `R-7,${'x'.repeat(201)},,,`,
      `R-8,Eve,,,${Array.from({ length: 51 }, (_, n) => `G${n}`).join(';')}`,
      'R-9,Fay,,,,G',
    ];
    expect(await refusals('workers', workers)).toEqual([
      '2\tExternal id\tExternal id, e-mail or learner id is needed',
      '3\tName\tIt is empty',
      '4\tE-mail\tIt is not an e-mail address',
      '5\tActive\tIt is neither yes nor no',
      '7\tExternal id\tRow 6 has it, too',
      '8\tName\tIt has more than 200 characters',
      '9\tGroups\tIt has more than 50 values',
      '10\tRow\tThe row has 6 cells where the first row has 5',
    ]);
    expect(
      await refusals('credentials', ['externalWorkerId,name,expiresAt', 'N-1,Forklift,', 'N-1,Crane,soon']),
    ).toEqual([
      '2\tExternal id\tNobody has it',
      '3\tValid until\tIt is not a day as YYYY-MM-DD. Choose above how the file writes dates.',
    ]);
    expect(await look(page, 'import refusals')).toEqual([]);
  });

  it('keeps what a person holds and has still to do, and lets them leave', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=credentials' });
    await page.getByRole('button', { name: 'New credential' }).click();
    await page.getByRole('combobox', { name: 'Person' }).fill('Mia');
    await page.getByRole('option', { name: /Mia Chen/ }).click();
    await page.getByRole('combobox', { name: 'Person' }).fill('');
    await page.keyboard.press('Tab');
    expect(await page.getByRole('combobox', { name: 'Person' }).inputValue()).toBe('Mia Chen');
    await page.getByRole('textbox', { name: 'Credential', exact: true }).fill('Forklift licence');
    await page.getByLabel('Valid until').fill('2026-01-31');
    await clickInDialog(page, /New credential/);
    await page.getByRole('row', { name: /Forklift licence Mia Chen expired/ }).waitFor();
    expect(await look(page, 'credentials')).toEqual([]);
    const [stored] = (await tenant.api.listCredentials()).items;
    const expiresAt = '2026-02-01T06:30:00.000Z';
    await tenant.api.changeCredential({ path: { id: stored?.id ?? '' }, body: { expiresAt } });
    await page.reload();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Credential', exact: true }).fill('Forklift truck licence');
    await clickInDialog(page, /Save/);
    await page.getByRole('row', { name: /Forklift truck licence Mia Chen expired/ }).waitFor();
    expect((await tenant.api.listCredentials()).items).toMatchObject([{ name: 'Forklift truck licence', expiresAt }]);

    await page.getByRole('link', { name: 'Onboarding' }).click();
    await page.getByRole('button', { name: 'New step' }).click();
    await page.getByRole('combobox', { name: 'Person' }).fill('Mia');
    await page.getByRole('option', { name: /Mia Chen/ }).click();
    await page.getByRole('textbox', { name: 'Step', exact: true }).fill('Site induction');
    await clickInDialog(page, /New step/);
    await page.getByRole('button', { name: 'Delete' }).click();
    await cancel(page.getByRole('dialog', { name: 'Delete this step?' }));
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByText('No step is open').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByText('No step is open').waitFor();

    await page.getByRole('link', { name: 'Sites' }).click();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Site', exact: true }).fill('Dock 5');
    await clickInDialog(page, /Save/);
    await page.getByText('also Dock 4').waitFor();
    expect(await page.getByRole('button', { name: 'Delete' }).getAttribute('title')).toBe(
      'Only a site where nobody works can be deleted.',
    );
    expect(await look(page, 'sites')).toEqual([]);
    await page.getByRole('link', { name: 'Groups' }).click();
    await page.getByRole('button', { name: 'New group' }).click();
    await page.getByRole('textbox', { name: 'Group' }).fill('Riggers');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Members' }).click();
    await page.getByRole('combobox', { name: 'Add a person' }).fill('Mia');
    await page.getByRole('option', { name: /Mia Chen/ }).click();
    expect(await look(page, 'members')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('row', { name: /Riggers 1 person/ }).waitFor();

    await page.getByRole('link', { name: 'Sites' }).click();
    await page.getByRole('link', { name: '2 people' }).click();
    await page.getByRole('button', { name: 'Edit Mia Chen' }).click();
    await page.getByRole('checkbox', { name: /Has left/ }).check();
    // The message about the group, which stays for ten seconds, is not in the way.
    const dialog = page.getByRole('dialog', { name: 'Edit Mia Chen' });
    await dialog.getByRole('button', { name: /Save/ }).click({ timeout: 5_000 });
    // Nothing behind an open dialog has a role.
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Mia Chen' }).waitFor({ state: 'detached' });
    expect(await look(page, 'people')).toEqual([]);
    expect((await tenant.api.listWorkers({ query: { active: 'false' } })).items).toMatchObject([
      { name: 'Mia Chen', site: 'Dock 5' },
    ]);
  });

  it('is assigned a course without a need, with more time and without', async () => {
    await publishedCourse(tenant, { title: 'New crane' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?tab=assignments' });
    await page.getByRole('button', { name: 'Assign a course' }).click();
    await page.getByRole('combobox', { name: 'Course' }).fill('crane');
    await page.getByRole('option', { name: /New crane/ }).click();
    await page.getByRole('combobox', { name: 'Person' }).fill('Jür');
    await page.getByRole('option', { name: /Jürgen Groß/ }).click();
    await page.getByRole('button', { name: 'Assign it to 1 person' }).click();
    const row = page.getByRole('row', { name: /Jürgen Groß New crane/ });
    await row.waitFor();
    expect(await look(page, 'assignments')).toEqual([]);
    await row.getByRole('button', { name: 'Extend' }).click();
    await page.getByLabel('Due').fill('2031-05-04');
    await clickInDialog(page, /Extend/);
    await page.getByRole('row', { name: /New crane 4 May 2031/ }).waitFor();
    await row.getByRole('button', { name: 'Complete' }).click();
    await page.getByText('It cannot be taken back.').waitFor();
    await clickInDialog(page, 'Cancel');
    await row.getByRole('button', { name: 'Cancel the assignment' }).click();
    await clickInDialog(page, /Cancel the assignment/);
    await page.getByText('Nobody has an open assignment').waitFor();
  });

  it('says of a search without a hit that nothing matches, and not that nothing is there', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    for (const path of [
      '/people?tab=sites&q=nowhere',
      '/people?tab=onboarding&q=nowhere',
      '/readiness/requirements?q=nowhere',
      '/library?tab=synonyms&q=nowhere',
    ]) {
      await goTo(page, path);
      await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    }
    expect(browser.faults).toEqual([]);
  });

  it('leaves groups with a comma as they are when something else is changed, and shows what others change', async () => {
    const body = { name: 'Ann Lee', externalWorkerId: 'G-1', groups: ['Crew A, night'] };
    const { id } = await tenant.api.createWorker({ body });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people?q=Ann' });
    await page.getByRole('button', { name: 'Edit Ann Lee' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Anne Lee');
    await clickInDialog(page, /Save/);
    await page.getByRole('dialog', { name: /Edit/ }).waitFor({ state: 'detached' });
    expect(await tenant.api.getWorker({ path: { id } })).toMatchObject({ name: 'Anne Lee', groups: ['Crew A, night'] });

    // Somebody else saves first.
    await page.getByRole('button', { name: 'Edit Anne Lee' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Annie Lee');
    await tenant.api.changeWorker({ path: { id }, body: { role: 'Rigger' } });
    await clickInDialog(page, /Save/);
    await page.getByRole('alert').getByText('Somebody else has changed this since.').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Annie Lee');
    await clickInDialog(page, 'Cancel');
    await page.getByRole('row', { name: /Anne Lee Rigger/ }).waitFor();
    await tenant.api.changeWorker({ path: { id }, body: { role: 'Welder' } });
    await page.getByRole('row', { name: /Anne Lee Welder/ }).waitFor();

    // What the engine refuses stands beside its field.
    await page.getByRole('button', { name: 'New person' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Bo Lind');
    const key = page.getByRole('textbox', { name: 'External id' });
    await key.fill('G-1');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Nothing was saved. The field above that is marked says why.').waitFor();
    expect(await key.getAttribute('aria-invalid')).toBe('true');
    await key.fill('G-2');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Bo Lind was added.').waitFor();
    await page.getByRole('link', { name: 'Sites' }).click();
    await page
      .getByText('No site')
      .or(page.getByRole('table', { name: 'Sites' }))
      .waitFor();
    await tenant.api.createSite({ body: { name: 'Quay 9' } });
    await page.getByRole('row', { name: /Quay 9/ }).waitFor();
  });
});
