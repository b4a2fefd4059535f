import { expect, it } from '@jest/globals';
import { addRequirement } from '../factories/requirements.js';
import { sendSignal } from '../factories/signals.js';
import { addWaiver } from '../factories/waivers.js';
import { addWorker } from '../factories/workers.js';
import { look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { eventually } from '../harness/eventually.js';

describeConsole('a waiver', ({ browser, createTenant }) => {
  it('covers all facts of a gap, is taken back, and ends where it stands after a question', async () => {
    const tenant = await createTenant();
    await addWorker(tenant, { name: 'Ada', externalWorkerId: 'Ada', site: 'Yard' });
    await tenant.api.createCredential({
      body: { externalWorkerId: 'Ada', name: 'First aid', expiresAt: '2026-01-31' },
    });
    await sendSignal(tenant, { external_worker_id: 'Ada', topic: 'First aid', severity: 4 }, 'credential_expired');
    await eventually(async () =>
      expect((await tenant.api.listReadiness()).items).toMatchObject([{ reasons: [{ because: [{}, {}] }] }]),
    );
    const page = await browser.signIn(tenant, ADMIN, { path: '/readiness' });
    await page.getByRole('link', { name: 'Ada', exact: true }).click();
    const endWaiver = async (): Promise<void> => {
      await page.getByRole('button', { name: 'End the waiver' }).click();
      const question = page.getByRole('dialog', { name: 'End this waiver now?' });
      await question.getByRole('button', { name: 'End now' }).click();
      await page.getByRole('heading', { level: 2, name: /^Not ready since/ }).waitFor();
    };
    const waive = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Waive' }).click();
      const dialog = page.getByRole('dialog', { name: 'Excuse Ada' });
      await dialog.getByText('All of this is one gap').waitFor();
      expect(await dialog.getByRole('listitem').count()).toBe(2);
      await dialog.getByLabel('Why').fill('Works from the office');
      await dialog.getByRole('button', { name: 'Waive' }).click();
      await page.getByText('It does not count until then.').waitFor();
      await page.getByRole('heading', { level: 2, name: /^Ready since/ }).waitFor();
    };
    await waive();
    // The board may take longer than the message stays.
    await page.keyboard.press('u');
    await page.getByRole('heading', { level: 2, name: /^Not ready since/ }).waitFor();
    await waive();
    expect(await look(page, 'waived')).toEqual([]);
    await page.getByRole('link', { name: 'Readiness' }).first().click();
    await page.getByRole('heading', { name: '1 of 1 people are ready, 100 %' }).waitFor();
    await page.getByText('1 active person in all.').waitFor();
    await page.getByRole('link', { name: 'Ada', exact: true }).click();
    await endWaiver();
    expect((await tenant.api.listWaivers({ query: { active: 'true' } })).items).toEqual([]);

    // The reason names the credential, and the waiver the requirement of it.
    const [{ id: workerId } = { id: '' }] = (await tenant.api.listWorkers()).items;
    const { id: requirementId } = await addRequirement(tenant, { credential: 'First aid' });
    await addWaiver(tenant, { workerId, requirementId });
    await addWaiver(tenant, { workerId, needId: (await tenant.api.listNeeds()).items[0]?.id ?? '' });
    await page.getByRole('heading', { level: 2, name: /^Ready since/ }).waitFor();
    await endWaiver();
    expect((await tenant.api.listWaivers({ query: { active: 'true' } })).items).toEqual([]);
  });
});
