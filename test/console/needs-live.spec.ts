import { beforeEach, expect, it } from '@jest/globals';
import { addWorkerWithTwoNeeds } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { liveEvent } from '../harness/console-network.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { needRow, topicsOn } from './needs-page.js';

describeConsole('training needs that arrive', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await createTenant();
    await addWorkerWithTwoNeeds(tenant);
  });

  it('wait behind a count while somebody reads, and no row moves', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    await needRow(page, 'Rigging').waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Confined Space', severity: 4 });
    await page.getByRole('button', { name: '1 new' }).waitFor();
    expect(await topicsOn(page)).toEqual(['Rigging', 'Slinging']);
    await page.getByRole('button', { name: '1 new' }).click();
    await needRow(page, 'Confined Space').waitFor();
    expect(await topicsOn(page)).toEqual(['Confined Space', 'Rigging', 'Slinging']);
  });

  it('that came while another view was shown are there when somebody comes back', async () => {
    const page = await browser.signIn(tenant, ADMIN);
    await needRow(page, 'Rigging').waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await page.getByRole('link', { name: /^Snoozed/ }).click();
    await page.getByText('Nothing under “Snoozed”').waitFor();
    const told = await liveEvent(page, 'need');
    await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Confined Space', severity: 4 });
    await tenant.resolvedNeeds();
    await told();
    await page.getByRole('link', { name: /^All open/ }).click();
    await needRow(page, 'Confined Space').waitFor();
    expect(await topicsOn(page)).toEqual(['Confined Space', 'Rigging', 'Slinging']);
  });

  it('that came while the engine refused the stream are counted once it is open again', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/audit' });
    await page.route('**/admin/events', (route) => route.fulfill({ status: 503 }));
    await page.goto(`${tenant.url}/needs`);
    await needRow(page, 'Rigging').waitFor();
    await page.getByText(/^Not live since/).waitFor();
    await sendSignal(tenant, { external_worker_id: 'W-1', topic: 'Confined Space', severity: 4 });
    await tenant.resolvedNeeds();
    await page.unroute('**/admin/events');
    await page.getByRole('button', { name: 'Connect now' }).click();
    await page.getByRole('button', { name: '1 new' }).waitFor();
    expect(await topicsOn(page)).toEqual(['Rigging', 'Slinging']);
  });
});
