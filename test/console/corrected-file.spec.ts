import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ADMIN, describeConsole } from './describe-console.js';

const LABEL = 'Table (CSV), workbook (XLSX) or lines of JSON';

describeConsole('a file that is refused', ({ browser, createTenant }) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corrected-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is corrected, chosen again under its name, and imported with the columns of before', async () => {
    const path = join(folder, 'staff.csv');
    await writeFile(path, 'Personnel no,Name,Job\nE-1,Mia Chen,Rigger\n,Nobody,\n');
    const tenant = await createTenant();
    const page = await browser.signIn(tenant, ADMIN, { path: '/people/import/workers' });
    const field = page.getByLabel(LABEL);
    const choose = async (): Promise<void> => {
      const asked = page.waitForEvent('filechooser');
      await field.click();
      await (await asked).setFiles(path);
    };
    await choose();
    await page.getByLabel('Personnel no becomes').selectOption('External id');
    await page.getByLabel('Job becomes').selectOption('Role');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('table', { name: '1 row is refused' }).waitFor();

    await writeFile(path, 'Personnel no,Name,Job\nE-1,Mia Chen,Rigger\nE-2,Ada,\n');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText('The file was changed after it was chosen. Choose it again.').waitFor();
    // Whoever cancels the choice keeps the file.
    const asked = page.waitForEvent('filechooser');
    await field.click();
    await asked;
    await field.dispatchEvent('cancel');
    expect(await field.inputValue()).toContain('staff.csv');
    await choose();
    await page.getByRole('row', { name: /Name Mia Chen, Ada/ }).waitFor();
    expect(await page.getByLabel('Job becomes').inputValue()).toBe('role');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('button', { name: 'Import 2 people' }).click();
    await page.getByText('Imported.').waitFor();
    expect((await tenant.api.listWorkers()).items).toMatchObject([
      { name: 'Mia Chen', role: 'Rigger' },
      { name: 'Ada' },
    ]);
  });

  it('is corrected in the file of its refused rows, whose reasons are not imported', async () => {
    const tenant = await createTenant();
    const page = await browser.signIn(tenant, ADMIN, { path: '/people/import/workers' });
    const check = async (name: string, rows: string): Promise<void> => {
      await page.getByLabel(LABEL).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(rows) });
      await page.getByRole('button', { name: 'Check the file' }).click();
    };
    await check('staff.csv', 'externalWorkerId,Name*\nE-1,Mia Chen\nE-2,\n');
    await page.getByRole('table', { name: '1 row is refused' }).waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the refused rows' }).click();
    const refused = await readFile(await (await saved).path(), 'utf8');
    await check('refused staff.csv', refused.replace('E-2,', 'E-2,Ada'));
    expect(await page.getByLabel('Reason becomes').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Import 1 person' }).click();
    await page.getByText('Imported.').waitFor();
    expect((await tenant.api.listWorkers()).items).toMatchObject([{ externalWorkerId: 'E-2', name: 'Ada' }]);
  });
});
