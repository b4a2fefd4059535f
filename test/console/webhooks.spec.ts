import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { clickInDialog, look } from '../harness/console-browser.js';
import { loseAnswer } from '../harness/console-network.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { eventually } from '../harness/eventually.js';
import { Receiver } from '../harness/receiver.js';

describeConsole('outgoing webhooks', ({ browser, createTenant }) => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await Receiver.open();
  });
  afterAll(async () => {
    await receiver?.close();
  });

  it('are added with a secret that is shown once, tested, and sent again after a failure', async () => {
    const tenant = await createTenant();
    const page = await browser.signIn(tenant, ADMIN, { path: '/connectors?tab=outgoing' });
    await page.getByText('No webhook yet').waitFor();
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.getByLabel('Address').fill(receiver.url);
    await clickInDialog(page, 'Add a webhook');
    expect(await page.getByRole('textbox', { name: 'Shown once' }).inputValue()).toMatch(/^whsec_/);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();

    receiver.status = 500;
    await page.getByRole('button', { name: 'Send a test event' }).click();
    await eventually(async () => expect(receiver.ofType('webhook.test')).toHaveLength(1));
    await page.getByText('Deliveries', { exact: true }).click();
    await page.getByText(/^500 1 attempt/).waitFor();
    expect(await look(page, 'webhooks')).toEqual([]);

    receiver.status = 200;
    await page.getByRole('button', { name: /^Replay webhook\.test, / }).click();
    await page.getByText('Delivered').waitFor();

    // The secret that the receiver has would end at once if a repetition replaced it once more.
    await loseAnswer(page, '**/secrets');
    await page.getByRole('button', { name: 'New secret' }).click();
    await page.getByText('The engine did not answer').waitFor();
    await page.getByRole('button', { name: 'New secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
    expect((await tenant.api.listAudit({ query: { action: 'webhook.secret_rotated' } })).items).toHaveLength(1);
    await page.getByRole('button', { name: 'Delete' }).click();
    await clickInDialog(page, 'Delete');
    await page.getByText('No webhook yet').waitFor();
  });
});
