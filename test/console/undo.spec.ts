import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { needById, needsIn, raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { timeInDays } from '../factories/days.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('undo', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  let id: string;
  beforeEach(async () => {
    tenant = await createTenant();
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1' });
    ({ id } = await raisedNeed(tenant, { external_worker_id: 'W-1', topic: 'Rigging' }));
  });

  /** A page that asks whether the selected need is to be dismissed, which is an operation. */
  const choosingToDismiss = async (): Promise<Page> => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByLabel('Select Rigging').check();
    await page.getByRole('toolbar').getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('1 of 1 need').waitFor();
    return page;
  };
  const dismiss = async (page: Page): Promise<void> => {
    await page.locator('.dialog').getByRole('button', { name: 'Dismiss' }).click();
    await page.locator('.toast', { hasText: 'Dismissed' }).waitFor();
    await page.locator('.dialog').waitFor({ state: 'detached' });
  };
  /** A page on which the need was dismissed from its drawer. */
  const dismissed = async (): Promise<Page> => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByRole('row', { name: /Rigging/ }).click();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await dismiss(page);
    return page;
  };

  it('of another snooze brings back the earlier one, and the need stays in the list of snoozed ones', async () => {
    const { snoozedUntil } = await tenant.api.snoozeNeed({ path: { id }, body: { until: timeInDays(3) } });
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs?view=snoozed' });
    const row = page.getByRole('row', { name: /Rigging/ });
    const before = await row.innerText();
    await row.press('s');
    await page.getByRole('button', { name: 'In 30 days' }).click();
    await page.keyboard.press('Control+Enter');
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await eventually(async () => expect(await row.innerText()).not.toBe(before));
    await page.keyboard.press('u');
    await page.getByText('Undone', { exact: true }).waitFor();
    expect(await needById(tenant, id)).toMatchObject({ status: 'snoozed', snoozedUntil });
    await eventually(async () => expect(await row.innerText()).toBe(before));
  });

  it('counts the need that comes back not as a new one', async () => {
    await raisedNeed(tenant, { external_worker_id: 'W-1', topic: 'Slinging' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    const row = page.getByRole('row', { name: /Rigging/ });
    const after = page.waitForResponse(
      async (response) =>
        /admin\/needs\?.*limit=100/.test(response.url()) && !(await response.text()).includes('Rigging'),
    );
    await row.press('d');
    await page.getByRole('dialog', { name: 'Dismiss this need' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Dismissed Rigging.').waitFor();
    await after;
    // The list is read again more slowly than what has changed.
    await page.route('**/undo', async (route) => {
      const response = await route.fetch();
      await page.getByRole('button', { name: '1 new' }).waitFor();
      await route.fulfill({ response });
    });
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await row.waitFor();
    await page.getByText('Undone', { exact: true }).waitFor();
    await eventually(async () => expect(await page.getByRole('button', { name: '1 new' }).count()).toBe(0));
  });

  it('of a dismissal brings back all that several sources have reported', async () => {
    await raisedNeed(tenant, { external_worker_id: 'W-1', topic: 'Rigging' }, 'audit');
    const page = await dismissed();
    await page.keyboard.press('u');
    await page.getByText('Undone', { exact: true }).waitFor();
    expect(await needsIn(tenant, 'open')).toMatchObject([{ alsoReportedBy: [{}] }]);
  });

  it('of a dismissal is refused with the reason if somebody has decided about the need since', async () => {
    const page = await dismissed();
    await tenant.api.reopenNeed({ path: { id } });
    await page.keyboard.press('u');
    await page.getByText('It could not be undone. Somebody has decided about it since').waitFor();
    expect(await needsIn(tenant, 'open')).toHaveLength(1);
  });

  it('can be tried again if the engine did not answer', async () => {
    const page = await dismissed();
    await page.route('**/undo', (route) => route.abort(), { times: 1 });
    await page.keyboard.press('u');
    await page.getByText('It could not be undone. The engine did not answer.').waitFor();
    const failed = page.locator('.toast', { hasText: 'It could not be undone.' });
    await failed.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone', { exact: true }).waitFor();
    expect(await needsIn(tenant, 'open')).toHaveLength(1);
  });

  it('of an operation is reported when it is done, although the engine did not answer meanwhile', async () => {
    const page = await choosingToDismiss();
    await dismiss(page);
    await page.route('**/operations/*?limit=1', (route) => route.abort(), { times: 1 });
    await page.keyboard.press('u');
    await page.getByText('Undone', { exact: true }).waitFor();
    expect(await needsIn(tenant, 'open')).toHaveLength(1);
  });

  it('of an operation ends with a message if the engine stays away', async () => {
    const page = await choosingToDismiss();
    await dismiss(page);
    await page.clock.install();
    await page.route('**/operations/*?limit=1', (route) => route.abort());
    await page.keyboard.press('u');
    const failed = page.getByText('It could not be undone. The engine did not answer.');
    await eventually(async () => {
      await page.clock.runFor(10_000);
      expect(await failed.count()).toBe(1);
    });
    await page.clock.resume();
    await page.getByText('Undoing…').waitFor({ state: 'detached' });
  });

  it('of an operation that still runs begins when it is done', async () => {
    const page = await choosingToDismiss();
    const { database } = await sharedEngine();
    await database.inTransaction(async (tx) => {
      await tx.query('select from need where tenant_id = $1 for update', [tenant.id]);
      await dismiss(page);
      const asked = page.waitForResponse('**/operations/*?limit=1');
      await page.keyboard.press('u');
      expect(await (await asked).json()).toMatchObject({ status: expect.stringMatching(/queued|running/) });
      await page.getByText('Undoing…').waitFor();
    });
    await page.getByText('Undone', { exact: true }).waitFor();
    expect(await needsIn(tenant, 'open')).toHaveLength(1);
  });
});
