import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addWorker } from '../factories/workers.js';
import { look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { eventually } from '../harness/eventually.js';
import { withServer } from '../harness/stand-in.js';
import type { TestTenant } from '../harness/tenant.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADER = 'workerId,name,text\r\n';

describeConsole('an export of the board', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  let page: Page;
  beforeEach(async () => {
    tenant = await createTenant();
    for (const name of ['Ada', 'Ben', 'Cleo', 'Dan'])
      await addWorker(tenant, { name, externalWorkerId: name, site: 'Yard' });
    page = await browser.signIn(tenant, ADMIN, { path: '/readiness?site=Yard' });
    await page.getByRole('heading', { name: '4 of 4 people are ready' }).waitFor();
  });

  /** Exports from an engine whose answers are written by hand, one after the other. */
  const fromSlowEngine = (
    work: (next: () => Promise<ServerResponse>) => Promise<void>,
    [type, end]: readonly [string, string] = ['text/csv; charset=utf-8', 'csv'],
  ): Promise<void> => {
    const answers: ServerResponse[] = [];
    return withServer(
      (_, answer) => {
        answer.setHeader('content-type', type);
        answer.setHeader('content-disposition', `attachment; filename="readiness-2026-11-28.${end}"`);
        answers.push(answer);
      },
      async (url) => {
        await page.route(`**/readiness.${end}*`, (route) => route.continue({ url: `${url}/readiness.${end}` }));
        await work(async () => {
          await eventually(() => Promise.resolve(expect(answers).not.toEqual([])));
          const [answer] = answers.splice(0);
          if (answer === undefined) throw new Error('nobody has asked');
          return answer;
        });
      },
    );
  };
  const exports = (): ReturnType<Page['getByRole']> => page.getByRole('region', { name: 'Exports' });
  const expectShown = (text: string | RegExp): Promise<void> => exports().getByText(text).waitFor();

  it.each([
    // With the byte order mark of UTF-8, for Excel.
    ['CSV', /^readiness-[\d-]{10}\.csv$/, '\xEF\xBB\xBFworkerId'],
    ['Excel', /^readiness-[\d-]{10}\.xlsx$/, 'PK'],
    ['Evidence PDF of the site', /\.pdf$/, '%PDF'],
  ])('is saved under its name, with the filters of the page: %s', async (link, name, start) => {
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: link, exact: true }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(name);
    expect((await readFile(await file.path(), 'latin1')).slice(0, start.length)).toBe(start);
    await page.getByText(`${file.suggestedFilename()} is saved.`).waitFor();
    await exports().waitFor({ state: 'detached' });
  });

  it('shows how much has arrived, also beside other pages, and is given up', async () => {
    await fromSlowEngine(async (next) => {
      await page.getByRole('link', { name: 'CSV', exact: true }).click();
      const answer = await next();
      answer.write(`${HEADER}wrk_1,Ada,WAH licence\r\nwrk_1,Ada,First aid\r\nwrk_2,Ben,"two`);
      await expectShown('2 of 4 people, 2 rows, 1 kB');
      await page.getByRole('link', { name: 'CSV 50 %' }).waitFor();
      answer.write(' lines\r\nof text"\r\n');
      await expectShown('2 of 4 people, 3 rows, 1 kB');
      expect(await look(page, 'export')).toEqual([]);
      await page.getByRole('link', { name: 'Matrix' }).click();
      await exports().getByRole('progressbar', { name: 'Readiness, CSV' }).waitFor();

      const closed = new Promise((resolve) => answer.once('close', resolve));
      await exports().getByRole('button', { name: 'Cancel: Readiness, CSV' }).click();
      await closed;
      await exports().waitFor({ state: 'detached' });
    });
  });

  it('shows which share of the people a workbook has so far', async () => {
    const whole = Buffer.from(await (await tenant.call('GET', '/readiness.xlsx')).arrayBuffer());
    // The sheet is the first part; the others, with its styles, follow it.
    const sheet = whole.indexOf('PK\u0003\u0004', 4, 'latin1');
    await fromSlowEngine(
      async (next) => {
        await page.getByRole('link', { name: 'Excel', exact: true }).click();
        const answer = await next();
        answer.write(whole.subarray(0, Math.floor(sheet * 0.9)));
        await expectShown(/^[1-3] of 4 people, [1-3] rows?, /);
        answer.write(whole.subarray(Math.floor(sheet * 0.9), sheet));
        await expectShown(/^4 of 4 people, 4 rows, /);
        const saved = page.waitForEvent('download');
        answer.end(whole.subarray(sheet));
        expect((await readFile(await (await saved).path())).equals(whole)).toBe(true);
      },
      [XLSX, 'xlsx'],
    );
  });

  it('is a message and no file where it is cut short, and is made again', async () => {
    let files = 0;
    page.on('download', () => files++);
    await fromSlowEngine(async (next) => {
      await page.getByRole('link', { name: 'CSV', exact: true }).click();
      const cut = await next();
      await new Promise((written) => cut.write(`${HEADER}wrk_1,Ada,First aid\r\n`, written));
      await expectShown('1 of 4 people, 1 row, 1 kB');
      cut.destroy();
      await exports().getByRole('alert').getByText('The connection ended before the file was complete.').waitFor();
      expect(await look(page, 'export-failed')).toEqual([]);
      expect(files).toBe(0);

      const saved = page.waitForEvent('download');
      await exports().getByRole('button', { name: 'Try again' }).click();
      (await next()).end(`${HEADER}wrk_1,Ada,First aid\r\n`);
      expect(await readFile(await (await saved).path(), 'utf8')).toBe(`\uFEFF${HEADER}wrk_1,Ada,First aid\r\n`);
      await exports().waitFor({ state: 'detached' });
    });
  });

  it('says why the engine refuses it', async () => {
    await page.route('**/readiness.xlsx*', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'busy', detail: 'the database has no capacity', status: 503, title: 'Busy' }),
      }),
    );
    await page.getByRole('link', { name: 'Excel', exact: true }).click();
    await exports().getByRole('alert').getByText('The database has no capacity.').waitFor();
    await exports().getByRole('button', { name: 'Close' }).click();
    await exports().waitFor({ state: 'detached' });
    // Something between the browser and the engine answers.
    await page.route('**/readiness.csv*', (route) =>
      route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' }),
    );
    await page.getByRole('link', { name: 'CSV', exact: true }).click();
    await exports().getByRole('alert').getByText('The engine did not answer. Check the connection.').waitFor();
    expect(browser.faults).toEqual([]);
  });
});
