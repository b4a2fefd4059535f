import { beforeEach, expect, it } from '@jest/globals';
import { sendSignal } from '../factories/signals.js';
import { consoleUser } from '../factories/users.js';
import { addWorker } from '../factories/workers.js';
import { look } from '../harness/console-browser.js';
import { holdRequests } from '../harness/console-network.js';
import { eventually } from '../harness/eventually.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('automation', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await createTenant();
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1', site: 'Site A' });
    await tenant.api.replaceSignalMap({ body: { map: { near_miss: { topic: 'Hazard Awareness', severity: 4 } } } });
    await sendSignal(tenant, { external_worker_id: 'W-1' }, 'near_miss');
    await sendSignal(tenant, { external_worker_id: 'W-1' }, 'permit_refused');
    await tenant.resolvedNeeds();
  });

  it('is edited after a look at what the last days would have become', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/automation' });
    await page.getByRole('heading', { level: 1, name: 'Automation & signal mapping' }).waitFor();
    await page.getByLabel('Severity of near_miss').selectOption('Soon');
    const preview = page.getByRole('complementary', { name: 'Preview of the change' });
    await preview.getByRole('row', { name: 'Changed 1' }).waitFor();
    expect(await preview.innerText()).toContain('Hazard Awareness, W-1');
    expect(await look(page, 'automation')).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByText('The signal map is saved.').waitFor();
    await page.getByText(`${ADMIN} changed it last`).waitFor();
    expect((await tenant.api.getSignalMap()).map['near_miss']).toEqual({ topic: 'Hazard Awareness', severity: 3 });
  });

  it('takes a suggestion for a type without a rule, and the switch, and saves both', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/automation' });
    await page.getByRole('button', { name: /^Accept: map permit_refused to/ }).click();
    await page.getByRole('button', { name: 'Remove near_miss' }).click();
    await page.getByText('Removed when you save.').waitFor();
    await page.getByRole('button', { name: 'Put back near_miss' }).click();
    expect(await page.getByLabel('Topic of near_miss').inputValue()).toBe('Hazard Awareness');
    await page.getByRole('switch').check();
    await page.getByLabel('Threshold, people').fill('5');
    await page.getByRole('button', { name: 'Save 2 changes' }).click();
    await page.getByText('The signal map is saved.').waitFor();
    const { map, autoAuthor, autoAuthorThreshold } = await tenant.api.getSignalMap();
    expect(Object.keys(map)).toEqual(['near_miss', 'permit_refused']);
    expect([autoAuthor, autoAuthorThreshold]).toEqual([true, 5]);
  });

  it('keeps what is edited while it is saved', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/automation' });
    await page.getByLabel('Topic of near_miss').fill('Safety Walk');
    const release = await holdRequests(page, '**/signal-map');
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByLabel('Category of near_miss').fill('Walks');
    release();
    await page.getByText('The signal map is saved.').waitFor();
    expect(await page.getByLabel('Category of near_miss').inputValue()).toBe('Walks');
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await eventually(async () =>
      expect((await tenant.api.getSignalMap()).map['near_miss']).toMatchObject({ category: 'Walks' }),
    );
  });

  it('keeps what two people edit', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/automation' });
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await tenant.api.replaceSignalMap({
      body: { map: { near_miss: { topic: 'Hazard Awareness', severity: 4 }, drill: {} } },
    });
    await page.getByRole('row', { name: /drill/ }).waitFor();
    await page.getByLabel('Topic of near_miss').fill('Safety Walk');
    await tenant.api.replaceSignalMap({
      body: { map: { near_miss: { topic: 'Hazard Awareness', severity: 4 }, audit_due: { severity: 2 } } },
    });
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByRole('alert').getByRole('button', { name: 'Keep both' }).click();
    await page.getByRole('row', { name: /audit_due/ }).waitFor();
    await page.getByRole('button', { name: 'Save 1 change' }).click();
    await page.getByText('The signal map is saved.').waitFor();
    const { map } = await tenant.api.getSignalMap();
    expect(map).toEqual({ near_miss: { topic: 'Safety Walk', severity: 4 }, audit_due: { severity: 2 } });
  });

  it('is shown to viewers, with who can change it', async () => {
    await consoleUser(tenant, { email: 'viewer@example.com', role: 'viewer' });
    const page = await browser.signIn(tenant, 'viewer@example.com', { path: '/automation', phone: true });
    await page.getByText('Your role is viewer. An admin can do this').first().waitFor();
    expect(await page.getByRole('row', { name: /near_miss/ }).innerText()).toContain('Hazard Awareness');
    expect(await page.getByRole('switch').isDisabled()).toBe(true);
    expect(await look(page, 'automation-phone')).toEqual([]);
  });
});
