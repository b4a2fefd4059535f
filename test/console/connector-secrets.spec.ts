import { expect, it } from '@jest/globals';
import { cancel, clickInDialog, look } from '../harness/console-browser.js';
import { holdRequests } from '../harness/console-network.js';
import { sign } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('the secrets of connectors', ({ browser, createTenant }) => {
  it('are created, rotated and deleted by an admin, and each is shown once', async () => {
    const tenant = await createTenant();
    const page = await browser.signIn(tenant, ADMIN, { path: '/connectors' });
    await page.getByRole('button', { name: 'New secret' }).click();
    await page.getByLabel('System that signs with it').fill('Licence register');
    // Whoever closes the dialog while the engine makes the secret sees it all the same.
    const release = await holdRequests(page, '**/admin/secrets');
    await clickInDialog(page, 'New secret');
    await clickInDialog(page, 'Cancel');
    release();
    const first = await page.getByRole('textbox', { name: 'Shown once' }).inputValue();
    expect(await look(page, 'secret')).toEqual([]);
    await page.keyboard.press('Escape');
    await cancel(page.getByRole('dialog', { name: 'Close without copying it?' }));
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
    const body = JSON.stringify({ event: 'signal.incident', data: { site: 'Yard', topic: 'Rigging' } });
    const signed = async (secret: string): Promise<number> =>
      (await tenant.sendRaw(body, { 'x-edifyd-signature': sign(secret, body) })).status;
    expect(await signed(first)).toBe(200);

    const line = page.getByRole('listitem').filter({ hasText: 'Licence register' });
    await line.getByRole('button', { name: 'Rotate' }).click();
    await clickInDialog(page, 'Rotate');
    const second = await page.getByRole('textbox', { name: 'Shown once' }).inputValue();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
    expect([second === first, await signed(first), await signed(second)]).toEqual([false, 200, 200]);

    await line.filter({ hasText: 'Ends' }).getByRole('button', { name: 'Delete' }).click();
    await clickInDialog(page, 'Delete');
    await page.getByText('The secret of Licence register was deleted.').waitFor();
    await eventually(async () => expect([await signed(first), await signed(second)]).toEqual([401, 200]));
  });
});
