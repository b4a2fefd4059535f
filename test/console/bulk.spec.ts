import { beforeAll, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import type { Route } from 'playwright-core';
import { assignmentOf, completeAll } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { look } from '../harness/console-browser.js';
import { holdRequests } from '../harness/console-network.js';
import { eventually } from '../harness/eventually.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('an action about many needs', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    const course = await publishedCourse(tenant, { title: 'Rigging' });
    const worker = await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1' });
    await tenant.api.createAssignments({ body: { courseId: course.id, workerIds: [worker.id] } });
    await eventually(() => assignmentOf(tenant, 'W-1'));
    await completeAll(tenant, 'W-1');
    await raisedNeed(tenant, { external_worker_id: 'W-1', topic: 'Rigging' });
    const { id } = await raisedNeed(tenant, { external_worker_id: 'W-1', topic: 'Welding' });
    await tenant.api.dismissNeed({ path: { id }, body: { reason: 'other' } });
  });

  it('says in words why it would change none of them, and is not taken then', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    const dialog = page.locator('.dialog');
    const refused = dialog.locator('button[type="submit"][title="No need would change"]');
    await page.getByRole('row', { name: /Rigging/ }).waitFor();
    for (const key of ['j', 'x', 'o']) await page.keyboard.press(key);
    await dialog.getByText('1 whose people completed the course, hold what it is for, or are exempt').waitFor();
    await dialog.getByText('That makes 0 assignments.').waitFor();
    await refused.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^Dismissed/ }).click();
    await page.getByRole('row', { name: /Welding/ }).waitFor();
    for (const action of ['d', 's', 'a']) {
      for (const key of ['j', 'x', action]) await page.keyboard.press(key);
      await dialog.getByText('0 of 1 need').waitFor();
      await refused.waitFor();
      expect(await dialog.innerText()).not.toMatch(/The need joins it|Runs in the background/);
      for (const key of ['Control+Enter', 'Escape']) await page.keyboard.press(key);
      await dialog.waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
    }
  });

  it('says why it stopped early until the message is closed, and can be undone', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByRole('row', { name: /Rigging/ }).waitFor();
    for (const key of ['j', 'x', 'd']) await page.keyboard.press(key);
    await page.getByText('1 of 1 need').waitFor();
    const stopped = async (route: Route): Promise<void> => {
      const response = await route.fetch();
      const operation: Schemas['OperationDetail'] = await response.json();
      await route.fulfill({ response, json: { ...operation, status: 'failed', error: 'the disk is full' } });
    };
    await page.route('**/operations/*?limit=1', stopped, { times: 1 });
    await page.keyboard.press('Control+Enter');
    const message = page.locator('.toast', { hasText: 'Dismiss stopped early: The disk is full.' });
    await message.waitFor();
    expect(await look(page, 'stopped')).toEqual([]);
    await page.route('**/operations/*?limit=1', stopped, { times: 1 });
    await page.reload();
    await message.waitFor();
    await page.route('**/undo', async (route) => {
      await route.continue();
      await page.route('**/operations/*?limit=1', stopped, { times: 1 });
    });
    await message.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It could not be undone. Dismiss stopped early: The disk is full.').waitFor();
    await page.getByRole('row', { name: /Rigging/ }).waitFor();
  });

  it('names no number before the engine has counted those that match', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    await page.getByRole('row', { name: /Rigging/ }).waitFor();
    for (const key of ['j', 'x']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Select all 1' }).click();
    const release = await holdRequests(page, '**/needs/bulk');
    await page.keyboard.press('d');
    await page.getByRole('dialog', { name: 'Dismiss needs' }).waitFor();
    expect(await page.locator('.dialog').innerText()).not.toContain('0 needs');
    release();
    await page.getByRole('dialog', { name: 'Dismiss 1 need' }).waitFor();
  });
});
