import { beforeEach, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sendSignal } from '../factories/signals.js';
import { evaluate } from '../harness/chromium.js';
import { look } from '../harness/console-browser.js';
import { loseAnswer } from '../harness/console-network.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const run = promisify(execFile);

describeConsole('connectors', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await createTenant();
  });

  it('begin with a program that sends a signal, once it has the secret', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/connectors' });
    await page.getByText('No signal has arrived yet').waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    expect(await page.getByLabel('Address of the webhook').inputValue()).toBe(
      `${tenant.url}/engine/v1/integration/${tenant.slug}/webhook`,
    );
    const program = async (): Promise<string> =>
      (await page.locator('.guide pre').first().innerText()).replace('whsec_…', tenant.signingSecret);
    const { stdout } = await run('bash', ['-c', await program()]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, deduped: false });
    await page.getByRole('button', { name: 'Node' }).click();
    const second = await run(process.execPath, ['--input-type=module', '--eval', await program()]);
    expect(second.stdout).toContain('"deduped":true');

    await page.getByRole('button', { name: 'New signals' }).click();
    await page.getByRole('row', { name: /Joined.*incident.*Manual Handling, North Yard/ }).waitFor();
    expect(await page.getByRole('row', { name: /Created/ }).count()).toBe(1);
    expect(await look(page, 'connectors')).toEqual([]);
    // What a person does about a need is no new signal, and signals that are older than the list are not looked for.
    const asked = page.waitForResponse(/admin\/signals\?since=[^&]+&limit=1$/);
    const [{ id } = { id: '' }] = await tenant.resolvedNeeds();
    await tenant.api.dismissNeed({ path: { id }, body: { reason: 'other' } });
    await (await asked).finished();
    expect(await page.getByRole('button', { name: 'New signals' }).count()).toBe(0);
    const type = page.getByRole('searchbox', { name: 'Type of the signals' });
    await type.pressSequentially('2024');
    expect(page.url()).toBe(`${tenant.url}/connectors`);
    await type.press('Enter');
    await page.waitForURL('**/connectors?type=2024');
    await page.getByText('No signal matches').waitFor();
  });

  it('show each signal as it was sent, replay it, and lead to its need', async () => {
    await sendSignal(tenant, {
      site: 'Yard',
      topic: 'Rigging',
      payload: { ref: 'INC-9', big: JSON.rawJSON('9007199254740993') },
    });
    await sendSignal(tenant, { site: 'Yard', topic: 'Welding' }, 'near_miss');
    const page = await browser.signIn(tenant, ADMIN, { path: '/connectors?outcome=created' });
    const lost = page.getByText('The engine did not answer');
    await page.getByRole('button', { name: 'near_miss' }).click();
    await loseAnswer(page, '**/replay');
    await page.getByRole('button', { name: 'Replay' }).click();
    await lost.waitFor();
    await page.getByRole('button', { name: 'Replay' }).click();
    await page.getByText('The signal was replayed.').waitFor();
    expect((await tenant.api.listSignals({ query: { type: 'near_miss' } })).items).toHaveLength(2);
    await page.route('**/replay', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Replay' }).click();
    await lost.waitFor();
    await page.getByRole('button', { name: 'incident' }).click();
    const drawer = page.getByRole('complementary', { name: 'Signal: incident' });
    await drawer.getByText('"ref": "INC-9"').waitFor();
    await drawer.getByText('"big": 9007199254740993').waitFor();
    // That of another signal.
    expect(await lost.count()).toBe(0);
    expect(await look(page, 'signal')).toEqual([]);
    await drawer.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('Enter');
    await drawer.getByText('"ref": "INC-9"').waitFor();
    await drawer.getByRole('button', { name: 'Replay' }).click();
    await eventually(async () => expect((await tenant.api.listSignals()).items).toHaveLength(4));
    await drawer.getByRole('link', { name: 'Open the need' }).click();
    await page.getByRole('complementary', { name: 'Need: Rigging, Yard' }).waitFor();
  });

  it('check an event without recording it, send one as a source would, and explain what was refused', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/connectors' });
    await page.getByRole('button', { name: 'Check without sending' }).click();
    await page.getByText('no course: author one').waitFor();
    expect((await tenant.api.listSignals()).items).toEqual([]);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('"deduped":false').waitFor();
    expect(await tenant.resolvedNeeds()).toMatchObject([{ topic: 'Manual Handling' }]);
    await page.getByLabel('Body of the request').fill('{"event":"signal.incident","data":{"topic":"Rigging"}}');
    await page.getByRole('button', { name: 'Check without sending' }).click();
    await page.getByText('422').first().waitFor();
    await page.getByLabel('Body of the request').fill('{"event":"signal.incident","data":{"id":90071992547409931}}');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Put the number 90071992547409931 in quotes').waitFor();

    await tenant.send({ event: 'signal.incident', data: { site: 'Yard', severity: 'high' } });
    await tenant.sendRaw('{}', { 'x-edifyd-signature': '0'.repeat(64) });
    await eventually(async () => {
      const { items, unsigned } = await tenant.api.getRefusedSignals();
      expect([items.length, unsigned.length]).toEqual([1, 1]);
    });
    // The page shows it by itself.
    await page.getByText(/data\.severity/).click();
    await page.getByText('1 request whose signature matches no live secret').waitFor();
    expect(await look(page, 'refused')).toEqual([]);
  });

  it('can be read on a phone', async () => {
    await sendSignal(tenant, { site: 'Yard', topic: 'Rigging' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/connectors', phone: true });
    await page.getByText('Rigging, Yard').waitFor();
    expect(await look(page, 'connectors-phone')).toEqual([]);
  });

  it('say so if the browser does not let a page copy, as of a page that came by plain HTTP', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/connectors' });
    const copy = page.getByRole('button', { name: 'Copy' }).first();
    await copy.waitFor();
    await evaluate(page, "Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await copy.click();
    await page.getByText('The browser does not let this page copy.').waitFor();
    expect(browser.faults).toEqual([]);
  });
});
