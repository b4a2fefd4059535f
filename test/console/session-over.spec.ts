import { expect, it } from '@jest/globals';
import { cancel } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('the end of a session', ({ browser, createTenant }) => {
  it('leaves an event that was entered to be tested, which can be left without a question before', async () => {
    const tenant = await createTenant();
    const page = await browser.signIn(tenant, ADMIN, { path: '/connectors' });
    const body = page.getByLabel('Body of the request');
    await body.fill('{"event":"signal.drill"}');
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await page.goBack();
    await body.fill('{"event":"signal.incident"}');
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Check without sending' }).click();
    await cancel(page.getByRole('dialog', { name: 'Your session is over' }));
    expect(await body.inputValue()).toBe('{"event":"signal.incident"}');
    await page.context().addCookies(cookies);
    await page.getByRole('button', { name: 'Check without sending' }).click();
    await page.getByText('Would answer').waitFor();
  });
});
