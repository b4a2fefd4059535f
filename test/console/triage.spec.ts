import { beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { sign } from '../harness/engine.js';
import { holdRequests } from '../harness/console-network.js';
import { eventually } from '../harness/eventually.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';
import { topicsOn } from './needs-page.js';

describeConsole('triage by keys', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1' });
    await publishedCourse(tenant, { title: 'Rigging' });
    for (const [index, topic] of ['Rigging', 'Slinging', 'Hoisting', 'Welding'].entries())
      await sendSignal(tenant, { external_worker_id: 'W-1', topic, severity: 4 - index });
    await tenant.resolvedNeeds();
  });

  it('goes on at the row that takes the place of one that was dismissed, and keeps those that nothing was done about', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    const focused = page.locator('tr[data-index]:focus');
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByRole('row', { name: /Welding/ }).waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    // A dialog that was opened on another row, and cancelled, is not where the focus goes back to later.
    await press('j', 's');
    await page.getByRole('dialog', { name: 'Snooze' }).waitFor();
    await press('Escape');
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await focused.filter({ hasText: 'Rigging' }).waitFor();
    // The need cannot be read for a moment.
    await page.route(
      '**/needs/need_*',
      async (route) => {
        await page.getByText('Opening…').waitFor();
        await route.fulfill({ status: 409 });
      },
      { times: 1 },
    );
    await press('j', 'd');
    await page.getByRole('heading', { name: 'The need could not be loaded' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('dialog', { name: 'Dismiss this need' }).waitFor();
    await press('Control+Enter');
    await page.getByText('Dismissed Slinging.').waitFor();
    await focused.filter({ hasText: 'Hoisting' }).waitFor();
    // With the need open beside the list.
    await press('Enter');
    await page.getByRole('complementary', { name: 'Need: Hoisting' }).waitFor();
    await press('d');
    await page.getByRole('dialog', { name: 'Dismiss this need' }).waitFor();
    await press('Control+Enter');
    await page.getByText('Dismissed Hoisting.').waitFor();
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await press('j');
    await page.getByRole('complementary', { name: 'Need: Welding' }).waitFor();

    await press('Escape', 'Space');
    const all = page.getByRole('checkbox', { name: 'Select all that are shown' });
    await eventually(async () => expect(await all.evaluate((box) => box.matches(':indeterminate'))).toBe(true));
    await all.check();
    await press('o');
    await page.getByText('1 of 2 needs').waitFor();
    const release = await holdRequests(page, '**/operations/*?limit=1');
    await press('Control+Enter');
    await page.getByText('Offered for 1 need.').waitFor();
    await page.locator('tr.finished', { hasText: 'Rigging' }).waitFor();
    release();
    await page.getByRole('row', { name: /Rigging/ }).waitFor({ state: 'detached' });
    expect(await topicsOn(page)).toEqual(['Welding']);
    await press('u');
    await page.getByText('Undone', { exact: true }).waitFor();
    await page.getByRole('row', { name: /Rigging/ }).waitFor();
    await eventually(async () => expect(await page.locator('tr.finished').count()).toBe(0));
  });

  it('takes the keys of a keyboard that writes another script', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByRole('heading', { name: 'Needs' }).waitFor();
    for (const [key, code] of [
      ['п', 'KeyG'],
      ['к', 'KeyR'],
    ])
      await page.locator('body').dispatchEvent('keydown', { key, code, bubbles: true });
    await page.getByRole('heading', { name: 'Readiness' }).waitFor();
    expect(page.url()).toMatch(/readiness/);
    await page.locator('body').dispatchEvent('keydown', { key: 'л', code: 'KeyK', ctrlKey: true, bubbles: true });
    await page.getByRole('dialog').getByRole('combobox').waitFor();
  });

  it('counts no need as new that moves up from the next page of the list', async () => {
    const other = await createTenant();
    const events = Array.from({ length: 102 }, (_, index) => ({
      event: 'signal.incident',
      data: { site: 'Yard', topic: `Procedure ${index}`, severity: 2 },
    }));
    const body = JSON.stringify(events);
    await other.sendRaw(body, { 'x-edifyd-signature': sign(other.signingSecret, body) });
    await other.resolvedNeeds();
    const page = await browser.signIn(other, ADMIN, { path: '/needs' });
    await page.getByText('102 needs').waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    // Beside an open need, the topic has the room of the columns that are hidden.
    await page.setViewportSize({ width: 1_280, height: 800 });
    await page
      .getByRole('row', { name: /Procedure/ })
      .first()
      .click();
    await page.locator('.drawer').waitFor();
    const topic = await page.getByRole('columnheader', { name: 'Topic and why' }).boundingBox();
    expect(topic?.width).toBeGreaterThan(200);
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
    // Those of the first page are known.
    await page.route('**/needs?*cursor=*', (route) => route.abort());
    await page.getByRole('row', { selected: false }).nth(1).focus();
    const read = page.waitForResponse(/admin\/needs\?.*limit=100/);
    await page.keyboard.press('d');
    await page.getByRole('dialog', { name: 'Dismiss this need' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('.toast', { hasText: 'Dismissed' }).waitFor();
    await (await read).finished();
    await page.getByRole('status').getByText('101 needs').waitFor();
    expect(await page.getByRole('button', { name: /new$/ }).count()).toBe(0);
    await sendSignal(other, { site: 'Yard', topic: 'Confined Space', severity: 4 });
    await page.getByRole('button', { name: '1 new' }).waitFor();
  });
});
