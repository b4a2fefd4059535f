import { beforeEach, expect, it } from '@jest/globals';
import { startDraft } from '../factories/drafts.js';
import { addWorkerWithTwoNeeds, needAbout } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { consoleUser } from '../factories/users.js';
import { evaluate } from '../harness/chromium.js';
import { look } from '../harness/console-browser.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { needRow, topicsOn } from './needs-page.js';

describeConsole('training needs', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await createTenant();
    await addWorkerWithTwoNeeds(tenant);
  });

  it('of one gap are one row, which names what else reported it', async () => {
    await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Rigging', severity: 1 }, 'near_miss');
    await tenant.resolvedNeeds();
    const page = await browser.signIn(tenant, ADMIN);
    await needRow(page, 'Rigging').click();
    await page.getByText('Also reported by').waitFor();
    expect(await topicsOn(page)).toEqual(['Rigging', 'Slinging']);
    expect(await page.locator('.drawer').innerText()).toContain('Near miss');
    expect(await page.locator('.drawer .lede').first().innerText()).toMatch(/^Jordan Blake, Site A\./);
  });

  it('are listed by their due dates on request, which an export keeps', async () => {
    await sendSignal(tenant, {
      external_worker_id: 'W-1',
      topic: 'Welding',
      severity: 1,
      payload: { due: '2031-05-04' },
    });
    await tenant.resolvedNeeds();
    const page = await browser.signIn(tenant, ADMIN);
    await page.getByRole('grid', { name: 'Training needs, one row a gap. Most severe first' }).waitFor();
    expect(await topicsOn(page)).toEqual(['Rigging', 'Slinging', 'Welding']);
    await page.keyboard.press('/');
    await page.getByLabel('Order').selectOption('Due soonest first');
    await page.getByRole('dialog').getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('grid', { name: 'Due soonest first' }).waitFor();
    await eventually(async () => expect((await topicsOn(page))[0]).toBe('Welding'));
    expect(await page.getByRole('link', { name: 'CSV' }).getAttribute('href')).toContain('sort=due');
  });

  it('that are selected are not when others are shown, and stay when courses are drafted for them', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    await needRow(page, 'Rigging').waitFor();
    for (const key of ['j', 'x']) await page.keyboard.press(key);
    await page.getByText('1 selected').waitFor();
    await page.getByRole('button', { name: 'Select all 2' }).click();
    await page.getByLabel('Select Slinging').uncheck();
    expect(await page.getByRole('row', { selected: true }).innerText()).toContain('Rigging');
    await page.getByText('1 selected').waitFor();
    await page.getByRole('link', { name: /^Snoozed/ }).click();
    await page.getByText('Nothing under “Snoozed”').waitFor();
    expect(await page.getByRole('toolbar').count()).toBe(0);
    await page.getByRole('link', { name: /^All open/ }).click();
    await page.getByText('1 selected').waitFor();
    await needRow(page, 'Slinging').waitFor();
    expect(await page.locator(':focus').innerText()).toContain('All open');
    for (const key of ['j', 'j', 'x', 'a']) await page.keyboard.press(key);
    await page.getByText('2 of 2 needs').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('2 drafts are being written.').waitFor();
    expect(await topicsOn(page)).toEqual(['Rigging', 'Slinging']);
  });

  it('are selected by keys that come quicker than the browser draws', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    await needRow(page, 'Rigging').waitFor();
    await evaluate(page, 'globalThis.requestAnimationFrame = () => 0');
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await eventually(async () => expect(await page.getByRole('row', { selected: true }).count()).toBe(2));
  });

  it('are neither snoozed nor authored while somebody works on them', async () => {
    const { id } = await needAbout(tenant, 'Rigging');
    await startDraft(tenant, id);
    const page = await browser.signIn(tenant, ADMIN, { path: `/needs?need=${id}` });
    for (const name of ['Snooze', 'Author']) {
      const button = page.getByRole('button', { name, exact: true });
      await button.waitFor();
      expect(await button.getAttribute('title')).toBe('Not possible while it is authoring');
    }
    await page.keyboard.press('s');
    await page.locator('.toast', { hasText: 'Not possible while it is authoring' }).waitFor();
    expect(await page.locator('.dialog').count()).toBe(0);
    for (const name of ['Offer course', 'Dismiss'])
      expect(await page.getByRole('button', { name, exact: true }).getAttribute('aria-disabled')).not.toBe('true');
    await page.getByRole('link', { name: 'Open the draft' }).click();
    await page.waitForURL('**/drafts/drf_*');
  });

  it('keep their filters in the address, and tell viewers who can act', async () => {
    await consoleUser(tenant, { email: 'viewer@example.com', role: 'viewer' });
    const page = await browser.signIn(tenant, 'viewer@example.com', { path: '/needs?q=rigg' });
    await needRow(page, 'Rigging').waitFor();
    expect(await topicsOn(page)).toEqual(['Rigging']);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('nothing like it');
    expect(await look(page, 'filter')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('No need matches 1 filter').waitFor();
    await page.getByRole('button', { name: 'Clear' }).last().click();
    await needRow(page, 'Slinging').click();
    const offer = page.getByRole('button', { name: 'Offer course' });
    expect(await offer.getAttribute('aria-disabled')).toBe('true');
    expect(await offer.getAttribute('title')).toBe('Your role is viewer. An admin can do this');
  });
});
