import { expect, it } from '@jest/globals';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('the rules of a tenant', ({ browser, createTenant }) => {
  it('keep what is entered in one form while another one, or somebody else, saves', async () => {
    const tenant = await createTenant();
    const page = await browser.signIn(tenant, ADMIN, { path: '/settings?tab=rules' });
    const warning = page.getByLabel('Warn before a credential expires, in days');
    await warning.fill('45');
    await tenant.api.replaceReadinessPolicy({ body: { expiringWithinDays: 60 } });
    await page.getByLabel('A completion counts for so many days').fill('100');
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByText('The rules were saved.').waitFor();
    expect(await warning.inputValue()).toBe('45');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByRole('alert').getByText('Somebody else has changed this since.').waitFor();
    expect(await warning.inputValue()).toBe('45');
    expect(await tenant.api.getReadinessPolicy()).toMatchObject({ expiringWithinDays: 60 });
  });
});
