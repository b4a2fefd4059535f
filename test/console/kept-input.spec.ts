import { beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { addWorkerWithTwoNeeds } from '../factories/needs.js';
import { cancel, goTo, look, signInInOtherTab } from '../harness/console-browser.js';
import { holdRequests, loseAnswer } from '../harness/console-network.js';
import { eventually } from '../harness/eventually.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('what a person has entered', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    await addWorkerWithTwoNeeds(tenant);
  });

  it('stays after a lost answer, a click beside the dialog, Ctrl K and Esc, and can be saved after a new sign-in in another tab', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs?q=rigging' });
    await page.getByRole('button', { name: 'Save as a view' }).click();
    await page.getByLabel('Name').fill('Only rigging');
    const save = page.getByRole('dialog').getByRole('button', { name: 'Save as a view' });
    await loseAnswer(page, '**/views');
    await save.click();
    await page.getByRole('alert').getByText('The engine did not answer.').waitFor();
    await page.mouse.click(5, 5);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await cancel(question);
    // Another decision than the one that was lost.
    await page.getByLabel('Name').fill('Rigging alone');
    await page.context().clearCookies();
    await save.click();
    await page.getByRole('alert').getByText('Your session is over. Sign in in another tab').waitFor();
    await signInInOtherTab(page, tenant, ADMIN);
    await save.click();
    const view = page.getByRole('link', { name: 'Rigging alone' });
    await eventually(async () => expect(await view.getAttribute('aria-current')).toBe('page'));
  });

  it('into a search field leaves the focus there', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    const search = page.getByRole('searchbox', { name: 'Search names and keys' });
    await search.fill('jordan');
    await search.press('Enter');
    await page.waitForURL('**/people?q=jordan');
    expect(await search.and(page.locator(':focus')).count()).toBe(1);
    await page.getByRole('status').getByText('1 row shown', { exact: true }).waitFor();
    for (const q of ['90071992547409931', '1.50', 'true']) {
      await page.goto(`${tenant.url}/people?q=${q}`);
      expect(await search.inputValue()).toBe(q);
    }
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.waitForURL('**/people');
    await eventually(async () => expect(await search.inputValue()).toBe(''));
    // The rows of the filters before are marked as such while the engine does not answer.
    const release = await holdRequests(page, '**/workers?*q=nobody*');
    await search.fill('nobody');
    await search.press('Enter');
    const list = page.getByRole('region', { name: 'People' });
    await eventually(async () => expect(await list.getAttribute('aria-busy')).toBe('true'));
    release();
    await page.getByText('Nobody matches').waitFor();
    const { width = 0, height = 0 } = (await search.boundingBox()) ?? {};
    await search.click({ position: { x: width - 14, y: height / 2 } });
    await page.waitForURL('**/people');
    await page.getByRole('link', { name: 'Jordan Blake' }).waitFor();
  });

  it('as a day is applied once its year is complete', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness' });
    await page.getByLabel('As of, date').focus();
    // Month, day, and year: while it is typed, the field has the years 2, 20 and 202.
    await page.keyboard.type('01152027');
    await page.waitForURL('**/readiness?asOf=2027-01-15');
    await page.getByText('As of 15 Jan 2027').waitFor();
    expect(await page.getByLabel('As of, date').inputValue()).toBe('2027-01-15');
    await page.goto(`${tenant.url}/readiness/matrix?asOf=2027-02-30`);
    await page.getByText('Nothing is required of these people').waitFor();
  });

  it('as a number can be replaced by keys', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/automation' });
    const threshold = page.getByLabel('Threshold, people');
    await threshold.focus();
    for (const key of ['End', 'Backspace', '7']) await page.keyboard.press(key);
    expect(await threshold.inputValue()).toBe('7');
  });

  it('as a selection stays if the dialog is cancelled, on a phone, too', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs', phone: true });
    await page.getByText('Select all that are shown').click();
    await page.getByRole('toolbar').getByRole('button', { name: 'Dismiss' }).click();
    await cancel(page.getByRole('dialog'));
    expect(await page.getByRole('toolbar').innerText()).toContain('2 selected');
    expect(await look(page, 'bulk-phone')).toEqual([]);

    // A phone has no navigation whose foot says that the page is not live.
    await page.route('**/admin/events', (route) => route.fulfill({ status: 503 }));
    await page.clock.install();
    await page.reload();
    await page.getByLabel('Select Rigging').waitFor();
    await page.clock.runFor(60_000);
    const main = page.getByRole('main');
    await main.getByText(/^Not live since/).waitFor();
    expect(await look(page, 'not-live-phone')).toEqual([]);
    // Nor has the rail of a small desktop room for the words.
    await page.setViewportSize({ width: 1_280, height: 800 });
    await main.getByRole('button', { name: 'Connect now' }).waitFor();
  });

  it('is left only after a question: a part of a course, the signal map, and the file of an import', async () => {
    const { id } = await publishedCourse(tenant, { title: 'Ladders' });
    const page = await browser.signIn(tenant, ADMIN, { path: `/library/${id}` });
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await page.getByRole('button', { name: 'Edit' }).first().click();
    await page.getByLabel('Summary').fill('Set up, climb, and carry.');
    await page.getByRole('link', { name: 'People' }).click();
    expect(await look(page, 'unsaved')).toEqual([]);
    await cancel(question);
    expect(await page.getByLabel('Summary').inputValue()).toBe('Set up, climb, and carry.');
    // The session is over, and another one begins in another tab.
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Save' }).click();
    const over = page.getByRole('dialog', { name: 'Your session is over' });
    await cancel(over);
    await page.context().addCookies(cookies);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Set up, climb, and carry.').waitFor();
    await page.getByRole('link', { name: 'Automation' }).click();
    await page.getByRole('switch').check();
    await page.goBack();
    await question.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ladders' }).waitFor();
    await goTo(page, '/people/import/workers');
    const file = { name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from('Employee no,Full name\nE-1,Ada') };
    await page.getByLabel('Table (CSV), workbook (XLSX) or lines of JSON').setInputFiles(file);
    await page.getByLabel('Full name becomes').selectOption('Role');
    await page.getByRole('link', { name: 'Library' }).click();
    await cancel(question);
    await page.getByLabel('Full name becomes').selectOption('Name');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('button', { name: 'Import 1 person' }).click();
    await page.getByText('Imported.').waitFor();
    await page.getByRole('link', { name: 'Library' }).click();
    await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
  });
});
