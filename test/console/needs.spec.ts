import { beforeEach, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { consoleUser } from '../factories/users.js';
import { addWorker } from '../factories/workers.js';
import { evaluate } from '../harness/chromium.js';
import { clickInDialog, look } from '../harness/console-browser.js';
import { holdRequests, liveEvent, loseAnswer } from '../harness/console-network.js';
import { eventually } from '../harness/eventually.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('training needs', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await createTenant();
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1', site: 'Site A' });
    await raise('Rigging', 3);
    await raise('Slinging', 2);
    await tenant.resolvedNeeds();
  });

  const raise = async (topic: string, severity: number): Promise<void> => {
    await sendSignal(tenant, { external_worker_id: 'W-1', topic, severity });
  };
  const topics = (page: Page): Promise<string[]> => page.locator('tr[data-index] .topic').allInnerTexts();
  const row = (page: Page, topic: string) => page.getByRole('row', { name: new RegExp(topic) });
  /** Opens a need, and waits until its buttons are no longer those of the need before. */
  const open = async (page: Page, topic: string): Promise<void> => {
    await row(page, topic).click();
    await page.getByRole('complementary', { name: `Need: ${topic}` }).waitFor();
  };
  const expectDisabled = (button: Locator, isDisabled: boolean): Promise<void> =>
    eventually(async () => expect(await button.getAttribute('aria-disabled')).toBe(String(isDisabled)));
  const openNeeds = async (): Promise<(string | null)[]> =>
    (await tenant.api.listNeeds({ query: { status: ['open'] } })).items.map(({ topic }) => topic);

  it('wait behind a count while somebody reads, and no row moves', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    await row(page, 'Rigging').waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await raise('Confined Space', 4);
    await page.getByRole('button', { name: '1 new' }).waitFor();
    expect(await topics(page)).toEqual(['Rigging', 'Slinging']);
    await page.getByRole('button', { name: '1 new' }).click();
    await row(page, 'Confined Space').waitFor();
    expect(await topics(page)).toEqual(['Confined Space', 'Rigging', 'Slinging']);
  });

  it('that came while another view was shown are there when somebody comes back', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    await row(page, 'Rigging').waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await page.getByRole('link', { name: /^Snoozed/ }).click();
    await page.getByText('Nothing under “Snoozed”').waitFor();
    const told = await liveEvent(page, 'need');
    await raise('Confined Space', 4);
    await tenant.resolvedNeeds();
    await told();
    await page.getByRole('link', { name: /^All open/ }).click();
    await row(page, 'Confined Space').waitFor();
    expect(await topics(page)).toEqual(['Confined Space', 'Rigging', 'Slinging']);
  });

  it('that came while the engine refused the stream are counted once it is open again', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/audit' });
    await page.route('**/admin/events', (route) => route.fulfill({ status: 503 }));
    await page.goto(`${tenant.url}/needs`);
    await row(page, 'Rigging').waitFor();
    await page.getByText(/^Not live since/).waitFor();
    await raise('Confined Space', 4);
    await tenant.resolvedNeeds();
    await page.unroute('**/admin/events');
    await page.getByRole('button', { name: 'Connect now' }).click();
    await page.getByRole('button', { name: '1 new' }).waitFor();
    expect(await topics(page)).toEqual(['Rigging', 'Slinging']);
  });

  it('of one gap are one row, which names what else reported it', async () => {
    await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Rigging', severity: 1 }, 'near_miss');
    await tenant.resolvedNeeds();
    const page = await browser.signIn(tenant, ADMIN);
    await row(page, 'Rigging').click();
    await page.getByText('Also reported by').waitFor();
    expect(await topics(page)).toEqual(['Rigging', 'Slinging']);
    expect(await page.locator('.drawer').innerText()).toContain('Near miss');
    expect(await page.locator('.drawer .lede').first().innerText()).toMatch(/^Jordan Blake, Site A\./);
  });

  it('are dismissed with a reason, which can be undone, and snoozed', async () => {
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
    await row(page, 'Slinging').waitFor({ state: 'detached' });
    await page.locator('.drawer').getByText('Dismissed: It is a duplicate. “see Rigging”').waitFor();
    const [dismissed] = (await tenant.api.listNeeds({ query: { status: ['dismissed'] } })).items;
    const { history } = await tenant.api.getNeed({ path: { id: dismissed?.id ?? '' } });
    expect(JSON.stringify(history)).toContain('see Rigging');
    await page.getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Slinging').waitFor();

    await open(page, 'Rigging');
    await page.getByRole('button', { name: 'Snooze' }).click();
    expect(await look(page, 'snooze')).toEqual([]);
    await page.getByLabel('On a day').focus();
    await page.keyboard.type('0115202777');
    expect(await page.getByLabel('On a day').inputValue()).toMatch(/^\d{4}-01-15$/);
    await page.getByRole('button', { name: 'Tomorrow' }).click();
    await clickInDialog(page, /^Snooze until/);
    await page.getByText('Snoozed Rigging until').waitFor();
    expect(await openNeeds()).toEqual(['Slinging']);
    await page
      .locator('.drawer')
      .getByText(/^Snoozed until \d+ \w{3}/)
      .waitFor();
    await page.getByRole('link', { name: /^Snoozed/ }).click();
    await page.getByRole('row', { name: /Rigging.* until \d+ \w{3}/ }).waitFor();
  });

  it('are dismissed one after the other, and the first one comes back by its own message', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    for (const topic of ['Slinging', 'Rigging']) {
      await open(page, topic);
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await clickInDialog(page, 'Dismiss');
      await row(page, topic).waitFor({ state: 'detached' });
    }
    await page.getByText('Dismissed Rigging.').waitFor();
    await page.locator('.toast', { hasText: 'Dismissed Slinging.' }).getByRole('button', { name: 'Undo' }).click();
    await row(page, 'Slinging').waitFor();
    expect(await openNeeds()).toEqual(['Slinging']);
  });

  it('that are selected are not when others are shown, and stay when courses are drafted for them', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    await row(page, 'Rigging').waitFor();
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
    await row(page, 'Slinging').waitFor();
    expect(await page.locator(':focus').innerText()).toContain('All open');
    for (const key of ['j', 'j', 'x', 'a']) await page.keyboard.press(key);
    await page.getByText('2 of 2 needs').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('2 drafts are being written.').waitFor();
    expect(await topics(page)).toEqual(['Rigging', 'Slinging']);
  });

  it('are not offered to people who are not counted yet', async () => {
    await publishedCourse(tenant, { title: 'Rigging' });
    const page = await browser.signIn(tenant, ADMIN);
    // The course is found while the dialog is open, however late the needs are matched with it.
    await page.route('**/needs/need_*', async (route) => {
      const response = await route.fetch();
      const recommendation = { kind: 'pending', courseId: null, title: null, score: null, evidence: [] };
      await route.fulfill({ response, json: { ...(await response.json()), recommendation } });
    });
    await page.getByRole('row', { name: 'Select Rigging' }).click();
    await page.getByRole('button', { name: 'Offer course' }).click();
    await page.getByText('Choose a course first').first().waitFor();
    await page.unroute('**/needs/need_*');
    await raise('Rigging', 3);
    const offer = page.getByRole('dialog').getByRole('button', { name: /^Offer/ });
    await page.getByRole('button', { name: 'Offer to 1 person' }).waitFor();
    const release = await holdRequests(page, '**/offer');
    await page.getByLabel('Everyone').check();
    await expectDisabled(offer, true);
    release();
    await page.getByRole('button', { name: 'Offer to 1 person' }).waitFor();
    await expectDisabled(offer, false);
  });

  it('are dismissed together after the exact count, by keys, and come back by undo', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    await row(page, 'Rigging').waitFor();
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
    await row(page, 'Slinging').waitFor();
  });

  it('are selected by keys that come quicker than the browser draws', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    await row(page, 'Rigging').waitFor();
    await evaluate(page, 'globalThis.requestAnimationFrame = () => 0');
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await eventually(async () => expect(await page.getByRole('row', { selected: true }).count()).toBe(2));
  });

  it('with a wrong recommendation are offered another course, found by search', async () => {
    await publishedCourse(tenant, { title: 'Signals for Banksmen', topics: ['Banksman'] });
    const page = await browser.signIn(tenant, ADMIN);
    await row(page, 'Rigging').click();
    await page.getByRole('button', { name: 'Another course' }).click();
    const course = page.getByRole('combobox', { name: 'Course' });
    await course.fill('banksmen');
    await page.getByRole('option', { name: /Signals for Banksmen/ }).click();
    // Enter after another search offers nothing, and Esc leads back to the choice, and then out of the dialog.
    await page.getByRole('button', { name: 'Offer to 1 person' }).waitFor();
    for (const words of ['signals', '']) {
      await course.fill(words);
      for (const key of ['Enter', 'Control+Enter']) await page.keyboard.press(key);
      await page.getByRole('option', { name: /Signals for Banksmen/ }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('option').waitFor({ state: 'detached' });
      expect(await course.inputValue()).toBe('Signals for Banksmen');
    }
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Leave' }).click();
    await course.waitFor({ state: 'detached' });
    expect((await tenant.api.listAssignments()).items).toEqual([]);
    await page.getByRole('button', { name: 'Another course' }).click();
    await course.fill('banksmen');
    await page.getByRole('option', { name: /Signals for Banksmen/ }).click();
    await page.getByRole('button', { name: 'Offer to 1 person' }).click();
    await page.getByText('Offered to 1 person.').waitFor();
    expect((await tenant.api.listAssignments()).items[0]?.course.title).toBe('Signals for Banksmen');
  });

  it('are neither snoozed nor authored while somebody works on them', async () => {
    const need = (await tenant.api.listNeeds()).items.find(({ topic }) => topic === 'Rigging');
    await tenant.api.authorAuthor({ path: { id: need?.id ?? '' }, body: {} });
    const page = await browser.signIn(tenant, ADMIN, { path: `/needs?need=${need?.id}` });
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
    await row(page, 'Rigging').waitFor();
    expect(await topics(page)).toEqual(['Rigging']);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('nothing like it');
    expect(await look(page, 'filter')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('No need matches 1 filter').waitFor();
    await page.getByRole('button', { name: 'Clear' }).last().click();
    await row(page, 'Slinging').click();
    const offer = page.getByRole('button', { name: 'Offer course' });
    expect(await offer.getAttribute('aria-disabled')).toBe('true');
    expect(await offer.getAttribute('title')).toBe('Your role is viewer. An admin can do this');
  });
});
