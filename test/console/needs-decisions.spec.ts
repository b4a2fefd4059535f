import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addWorkerWithTwoNeeds } from '../factories/needs.js';
import { clickInDialog, look } from '../harness/console-browser.js';
import { loseAnswer } from '../harness/console-network.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { needRow } from './needs-page.js';

describeConsole('decisions in the inbox', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await createTenant();
    await addWorkerWithTwoNeeds(tenant);
  });

  /** Opens a need, and waits until its buttons are no longer those of the need before. */
  const open = async (page: Page, topic: string): Promise<void> => {
    await needRow(page, topic).click();
    await page.getByRole('complementary', { name: `Need: ${topic}` }).waitFor();
  };
  const openNeeds = async (): Promise<(string | null)[]> =>
    (await tenant.api.listNeeds({ query: { status: ['open'] } })).items.map(({ topic }) => topic);

  it('dismiss a need with a reason, which can be undone, and snooze another one', async () => {
    await tenant.api.replaceReadinessPolicy({ body: { timeZone: 'America/Santiago' } });
    const page = await browser.signIn(tenant, ADMIN);
    await open(page, 'Slinging');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByLabel('It is a duplicate').check();
    await page.getByLabel('Note').fill('see Rigging');
    expect(await look(page, 'dismiss')).toEqual([]);
    await loseAnswer(page, '**/dismiss');
    await clickInDialog(page, 'Dismiss');
    await page.getByText('The engine did not answer.').waitFor();
    await clickInDialog(page, 'Dismiss');
    await page.getByText('Dismissed Slinging.').waitFor();
    await needRow(page, 'Slinging').waitFor({ state: 'detached' });
    await page.locator('.drawer').getByText('Dismissed: It is a duplicate. “see Rigging”').waitFor();
    const [dismissed] = (await tenant.api.listNeeds({ query: { status: ['dismissed'] } })).items;
    const { history } = await tenant.api.getNeed({ path: { id: dismissed?.id ?? '' } });
    expect(JSON.stringify(history)).toContain('see Rigging');
    await page.getByRole('button', { name: 'Undo' }).click();
    await needRow(page, 'Slinging').waitFor();

    await open(page, 'Rigging');
    await page.getByRole('button', { name: 'Snooze' }).click();
    expect(await look(page, 'snooze')).toEqual([]);
    await page.getByLabel('On a day').focus();
    await page.keyboard.type('0115202777');
    expect(await page.getByLabel('On a day').inputValue()).toMatch(/^\d{4}-01-15$/);
    await page.getByRole('button', { name: 'Tomorrow' }).click();
    // Here clocks change at midnight: this day begins at 01:00.
    await page.getByLabel('On a day').fill('2099-09-06');
    await clickInDialog(page, /^Snooze until/);
    await page.getByText('Snoozed Rigging until').waitFor();
    const [snoozed] = (await tenant.api.listNeeds({ query: { status: ['snoozed'] } })).items;
    expect(snoozed?.snoozedUntil).toBe('2099-09-06T04:00:00.000Z');
    expect(await openNeeds()).toEqual(['Slinging']);
    await page
      .locator('.drawer')
      .getByText(/^Snoozed until \d+ \w{3}/)
      .waitFor();
    await page.getByRole('link', { name: /^Snoozed/ }).click();
    await page.getByRole('row', { name: /Rigging.* until \d+ \w{3}/ }).waitFor();
  });

  it('dismiss one need after the other, and the first one comes back by its own message', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    for (const topic of ['Slinging', 'Rigging']) {
      await open(page, topic);
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await clickInDialog(page, 'Dismiss');
      await needRow(page, topic).waitFor({ state: 'detached' });
    }
    await page.getByText('Dismissed Rigging.').waitFor();
    await page.locator('.toast', { hasText: 'Dismissed Slinging.' }).getByRole('button', { name: 'Undo' }).click();
    await needRow(page, 'Slinging').waitFor();
    expect(await openNeeds()).toEqual(['Slinging']);
  });

  it('dismiss the selected needs together after the exact count, by keys, and are undone', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    await needRow(page, 'Rigging').waitFor();
    for (const key of ['j', 'x', 'j', 'x', 'd']) await page.keyboard.press(key);
    await page.getByText('2 of 2 needs').waitFor();
    expect(await look(page, 'bulk')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Dismissed 2 needs.').waitFor();
    await page.getByText('No open needs').waitFor();
    // Messages are dialogs, too, and stay for ten seconds.
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await page.getByText('Undone').waitFor();
    await needRow(page, 'Slinging').waitFor();
  });
});
