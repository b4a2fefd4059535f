import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { look } from '../harness/console-browser.js';
import { holdRequests } from '../harness/console-network.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';

/** As a personnel system exports it: names of its own, Windows-1252, semicolons, a blank row, and one with no key. */
const FILE = Buffer.from(
  '\r\nPersonnel no;"Name, full";Plant;Job\r\nE-1;Jürgen Groß;Dock 4;Rigger\r\nE-2;Mia Chen;Dock 4;\r\n;Nobody;Dock 4;\r\n',
  'latin1',
);

describeConsole('the import of a file', ({ browser, createTenant }) => {
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
    // The usual names of columns are known.
    for (const [column, field] of [
      ['Name, full', 'Name'],
      ['Plant', 'Site'],
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
      // Excel needs the byte order mark to read the names as UTF-8.
      '\uFEFFPersonnel no,"Name, full",Plant,Job,Reason',
      ',Nobody,Dock 4,,"External id: External id, e-mail or learner id is needed"',
    ]);

    await page.getByRole('button', { name: 'Import 2 people' }).click();
    await page.getByText('Imported.').waitFor();
    expect((await tenant.api.listWorkers()).items).toMatchObject([
      { name: 'Jürgen Groß', externalWorkerId: 'E-1', site: 'Dock 4', role: 'Rigger' },
      { name: 'Mia Chen', externalWorkerId: 'E-2', role: null },
    ]);
  });

  it('joins first and last names, whose columns have their usual names', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people/import/workers' });
    const file = Buffer.from('Surname,First Name,Staff No\nOkafor,Ada,E-9');
    await page
      .getByLabel('Table (CSV), workbook (XLSX) or lines of JSON')
      .setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: file });
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('button', { name: 'Import 1 person' }).click();
    await page.getByText('Imported.').waitFor();
    const { items } = await tenant.api.listWorkers({ query: { q: 'E-9' } });
    expect(items).toMatchObject([{ name: 'Ada Okafor', externalWorkerId: 'E-9' }]);
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
    // The session ends while the engine imports, and no other file can be chosen.
    await page.route('**/workers/import?*', async (route) => {
      const response = await route.fetch();
      await page.locator('input[type="file"]:disabled').waitFor();
      await page.context().clearCookies();
      await route.fulfill({ response });
    });
    await page.getByRole('button', { name: /^Import / }).click();
    await page.getByText('Your session is over').waitFor();
  });

  it('says in its own words why it refuses each row of a file', async () => {
    const refused = async (kind: string, rows: readonly string[]): Promise<Locator> => {
      const page = await browser.signIn(tenant, ADMIN, { path: `/people/import/${kind}` });
      await page
        .getByLabel('Table (CSV), workbook (XLSX) or lines of JSON')
        .setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
      await page.getByRole('button', { name: 'Check the file' }).click();
      const table = page.getByRole('table', { name: /refused$/ });
      await table.waitFor();
      return table;
    };
    /** Number, field and reason of each refused row. */
    const rowsOf = (table: Locator): Promise<string[]> => table.locator('tbody tr').allInnerTexts();
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
    expect(await rowsOf(await refused('workers', workers))).toEqual([
      '2\tExternal id\tExternal id, e-mail or learner id is needed',
      '3\tName\tIt is empty',
      '4\tE-mail\tIt is not an e-mail address',
      '5\tActive\tIt is neither yes nor no',
      '7\tExternal id\tRow 6 has it, too',
      '8\tName\tIt has more than 200 characters',
      '9\tGroups\tIt has more than 50 values',
      '10\tRow\tThe row has 6 cells where the first row has 5',
    ]);
    // The names of the people are not those of the licences.
    const licences = ['Employee no,Name,Licence,Expires', 'N-1,Ada,Forklift,', 'N-1,Ada,Crane,soon'];
    const table = await refused('credentials', licences);
    expect(await rowsOf(table)).toEqual([
      '2\tExternal id\tNobody has it',
      '3\tValid until\tIt is not a day as YYYY-MM-DD. Choose above how the file writes dates.',
    ]);
    expect(await look(table.page(), 'import refusals')).toEqual([]);
  });
});
