import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { addWorker } from '../factories/workers.js';
import { evaluate } from '../harness/chromium.js';
import { clickInDialog, goTo, look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';

const FIVE_MINUTES_MS = 5 * 60_000;

describeConsole('a new tenant', ({ browser, createTenant }) => {
  it('comes by mouse from nothing to its first offered need, and finds it again by a view of its own', async () => {
    const tenant = await createTenant();
    const began = performance.now();
    const page = await browser.signIn(tenant, ADMIN);
    const folder = process.env['SCREENSHOTS'];
    if (folder !== undefined) await page.context().tracing.start({ screenshots: true, snapshots: true });
    await page.getByRole('heading', { name: '4 steps to your first need' }).waitFor();
    await page.route('**/admin/courses?*limit=1*', (route) => route.fulfill({ status: 409 }), { times: 1 });
    await page.reload();
    await page.getByRole('heading', { name: 'The steps to your first need could not be loaded' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: /steps to your first need/ }).waitFor();
    expect(await look(page, 'first-steps')).toEqual([]);
    await evaluate(page, "globalThis.clicks = 0; addEventListener('click', () => globalThis.clicks++, true)");

    await page.getByRole('link', { name: 'Open the library' }).click();
    await page.getByRole('button', { name: 'New course' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Manual handling');
    await clickInDialog(page, /New course/);
    await page.getByText('a learner cannot take it by a link').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published', { exact: true }).waitFor();

    await page.getByRole('link', { name: 'Training needs' }).first().click();
    await page.getByRole('link', { name: 'Open the directory' }).click();
    await page.getByRole('button', { name: 'New person' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Mia Chen');
    await page.getByRole('textbox', { name: 'External id' }).fill('E-1');
    await page.getByRole('textbox', { name: 'Site' }).fill('South Yard');
    await clickInDialog(page, /New person/);
    await page.getByRole('link', { name: 'Mia Chen' }).waitFor();

    await page.getByRole('link', { name: 'Training needs' }).first().click();
    await page.getByRole('link', { name: 'Send one' }).click();
    await page.getByRole('button', { name: /^Send/ }).first().click();
    await page.getByText('200', { exact: true }).first().waitFor();

    await page.getByRole('link', { name: 'Training needs' }).first().click();
    await page.getByText('Manual Handling').first().click();
    await page
      .getByRole('button', { name: /^Offer/ })
      .first()
      .click();
    await clickInDialog(page, /Offer to 1 person/);
    await page.getByText('Offered to 1 person.').waitFor();
    expect((await tenant.api.listAssignments()).items).toMatchObject([
      { worker: { name: 'Mia Chen' }, course: { title: 'Manual handling' } },
    ]);
    const tookMs = performance.now() - began;
    const clicks = await evaluate<number>(page, 'globalThis.clicks');
    process.stdout.write(
      `first steps: the first need is offered after ${(tookMs / 1_000).toFixed(1)} s and ${clicks} clicks\n`,
    );
    if (folder !== undefined) await page.context().tracing.stop({ path: `${folder}/first-steps.zip` });
    expect(tookMs).toBeLessThan(FIVE_MINUTES_MS);

    await page.goto(`${tenant.url}/needs?view=offered&site=South+Yard`);
    await page.getByText('Manual Handling').first().waitFor();
    await page.getByRole('button', { name: 'Save as a view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('North, offered');
    await clickInDialog(page, /Save as a view/);
    await page.getByRole('link', { name: 'North, offered' }).waitFor();
    // There may be more than one page of them.
    const { id } = await tenant.api.createView({ body: { name: 'Dock', page: 'needs', query: 'q=x', shared: true } });
    await page.route('**/admin/views?*', (route) =>
      route.continue({ url: route.request().url().replace('limit=200', 'limit=1') }),
    );
    await page.goto(`${tenant.url}/needs`);
    await page.getByRole('link', { name: 'Dock' }).waitFor();
    await tenant.api.removeView({ path: { id } });
    await page.getByRole('link', { name: 'North, offered' }).click();
    await page.getByText('Manual Handling').first().waitFor();
    expect(await look(page, 'saved-view')).toEqual([]);
    await page.getByRole('button', { name: 'Rename the view North, offered' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('North');
    await clickInDialog(page, /Save/);
    await page.getByRole('link', { name: 'North', exact: true }).waitFor();
    await page.getByText('Manual Handling').first().waitFor();
    await page.getByRole('button', { name: 'Delete the view North' }).click();
    await clickInDialog(page, 'Delete');
    await page.getByRole('link', { name: 'North', exact: true }).waitFor({ state: 'detached' });
    expect((await tenant.api.listViews()).items).toEqual([]);
  });

  it('brings a workbook with columns of its own, and gets back the rows that are refused', async () => {
    const tenant = await createTenant();
    await addWorker(tenant, { externalWorkerId: 'E-1', name: 'Mia Chen' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/people/import/credentials' });
    await page
      .getByLabel('Table (CSV), workbook (XLSX) or lines of JSON')
      .setInputFiles({ name: 'licences.xlsx', mimeType: 'application/octet-stream', buffer: workbook() });
    await page.getByRole('row', { name: /Ends 2031-05-04/ }).waitFor();
    for (const [column, field] of [
      ['Personnel no', 'External id'],
      ['Licence', 'Credential'],
      ['Ends', 'Valid until'],
    ] as const)
      await page.getByLabel(`${column} becomes`).selectOption(field);
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('table', { name: '1 row is refused' }).waitFor();
    expect(await look(page, 'import-workbook')).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the refused rows' }).click();
    const rows = (await readFile(await (await saved).path(), 'utf8')).split('\r\n');
    expect(rows).toEqual(['\uFEFFPersonnel no,Licence,Ends,Reason', expect.stringMatching(/^,Crane,,.+/)]);
    await page.getByRole('button', { name: /^Import 1 / }).click();
    await page.getByText('Imported.').waitFor();
    expect((await tenant.api.listCredentials()).items).toMatchObject([{ name: 'Forklift', expiresAt: '2031-05-04' }]);

    // More than the engine lets leave unasked.
    const others = Array.from({ length: 12 }, (_, n) => JSON.stringify({ externalWorkerId: `X-${n}`, name: `X ${n}` }));
    await tenant.api.importWorkers({ body: others.join('\n'), contentType: 'application/x-ndjson' });
    await goTo(page, '/people/import/workers');
    await page.getByLabel('Table (CSV), workbook (XLSX) or lines of JSON').setInputFiles({
      name: 'all.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('externalWorkerId,name\nE-1,Mia C.'),
    });
    await page.getByLabel('This file names everybody.').check();
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('button', { name: 'Import 1 person, and let 12 leave' }).click();
    await page.getByText('Imported.').waitFor();
    expect((await tenant.api.listWorkers({ query: { active: 'true' } })).items).toMatchObject([{ name: 'Mia C.' }]);
  });
});

/** As Excel writes it: shared strings, a date as a number with a format, and a blank row. */
function workbook(): Buffer {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${main}><si><t>Personnel no</t></si><si><r><t>Lic</t></r><r><t>ence</t></r></si><si><t>Ends</t></si></sst>`,
    'xl/styles.xml': `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c></row><row r="3"/><row r="4"><c r="A4" t="str"><v>E-1</v></c><c r="B4" t="inlineStr"><is><t>Forklift</t></is></c><c r="C4" s="1"><v>47972</v></c></row><row r="6"><c r="B6" t="str"><v>Crane</v></c></row></sheetData></worksheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)]))));
}
