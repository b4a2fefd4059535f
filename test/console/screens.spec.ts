import { beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { cancel, goTo, isCut, look, visit } from '../harness/console-browser.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('on a smaller screen, the console', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
  });

  it('gives a small desktop a rail of icons, and the room beside it to the page', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    const side = page.getByRole('complementary').first();
    await page.setViewportSize({ width: 1_280, height: 800 });
    await eventually(async () => expect((await side.boundingBox())?.width).toBe(56));
    expect(await look(page, 'rail')).toEqual([]);
    // The longest name that there can be.
    const { id } = await addWorker(tenant, { name: 'Wolfe'.repeat(40), externalWorkerId: 'E-0', role: 'Rigger' });
    await goTo(page, `/readiness/${id}`);
    await page.getByRole('button', { name: 'Offer what is missing' }).waitFor();
    expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBe(1_280);
    await goTo(page, '/people');
    // On a tablet, or at a zoom of 150 %, rows have as many lines as they need.
    await page.setViewportSize({ width: 820, height: 800 });
    await addRequirement(tenant, {
      appliesTo: { kind: 'role', name: 'Rigger' },
      credential: 'Working at heights',
    });
    await goTo(page, '/readiness/requirements');
    const what = page.getByRole('cell', { name: /^Working at heights/ });
    await what.waitFor();
    expect(await isCut(what)).toBe(false);
    expect((await what.boundingBox())?.width).toBeGreaterThan(100);
    await goTo(page, '/people');
    await page.setViewportSize({ width: 1_281, height: 800 });
    await eventually(async () => expect((await side.boundingBox())?.width).toBe(232));
  });

  it('leads back from what is not there, and offers no try that cannot help', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    for (const path of ['/readiness/wrk_none', '/library/crs_none', '/drafts/drf_none', '/needs?need=ned_none']) {
      await goTo(page, path);
      await page.getByText('It was deleted, or the link is incomplete.').waitFor();
      expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Offer what is missing' }).count()).toBe(0);
    }
    expect(await look(page, 'gone')).toEqual([]);
    await page.getByRole('link', { name: 'Go to training needs' }).click();
    await page.waitForURL(`${tenant.url}/needs`);
  });

  it('has room for what it shows at a zoom of 400 %, and gives the keys to what covers a list', async () => {
    await addWorker(tenant, { name: 'Mia Chen', externalWorkerId: 'E-1' });
    await sendSignal(tenant, { external_worker_id: 'E-1', topic: 'Rigging', severity: 4 });
    await tenant.resolvedNeeds();
    const page = await browser.signIn(tenant, ADMIN, { path: '/people' });
    await page.setViewportSize({ width: 320, height: 256 });
    const heightOf = async (element: Locator): Promise<number> => (await element.boundingBox())?.height ?? 0;
    expect(await heightOf(page.getByRole('region', { name: 'People' }))).toBeGreaterThan(150);
    expect(await look(page, 'zoomed')).toEqual([]);
    // No part is wider than the screen, so that it would be scrolled in two directions.
    const wide: string[] = [];
    for (const path of ['/readiness', '/readiness/requirements', '/connectors', '/automation']) {
      await visit(page, path);
      for (const part of await page.locator('#content, #content .scroll').all())
        if (await isCut(part)) wide.push(`${path}: ${await part.getAttribute('aria-label')}`);
    }
    expect(wide).toEqual([]);
    await goTo(page, '/people');
    await page.getByRole('button', { name: 'New person' }).click();
    expect(await heightOf(page.locator('.dialog-body'))).toBeGreaterThan(200);
    expect(await look(page, 'dialog-zoomed')).toEqual([]);
    await goTo(page, '/needs');
    await page.getByRole('row', { name: /Rigging/ }).press('Enter');
    await page.locator('.drawer:focus').waitFor();
    await page.getByRole('heading', { name: 'History' }).waitFor();
    expect(await heightOf(page.locator('.drawer-body'))).toBeGreaterThan(200);
    expect(await look(page, 'drawer-zoomed')).toEqual([]);
    await page.keyboard.press('d');
    await page.getByRole('dialog').getByText('A person reopens it').waitFor();
    for (const part of ['.dialog-body', '.drawer-foot']) expect(await isCut(page.locator(part))).toBe(false);
    await cancel(page.getByRole('dialog'));
    await page.keyboard.press('s');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.locator('.drawer :focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('tr:focus').waitFor();
  });

  it('keeps names in their order that are written from right to left', async () => {
    await addWorker(tenant, { name: 'ليلى حداد', externalWorkerId: 'E-9', site: 'مستودع الميناء' });
    await sendSignal(tenant, { site: 'مستودع الميناء', topic: 'Rigging', severity: 4 });
    await tenant.resolvedNeeds();
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    const row = page.getByRole('row', { name: /1 person/ });
    await row.waitFor();
    const [site, people] = await row
      .locator('.aud span')
      .evaluateAll((spans) => spans.map((span) => span.getBoundingClientRect()));
    expect(people?.left).toBeGreaterThanOrEqual(site?.right ?? Infinity);
  });
});
