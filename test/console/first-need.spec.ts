import { beforeAll, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { addWorker } from '../factories/workers.js';
import { goTo, look } from '../harness/console-browser.js';
import { PASSWORD } from '../harness/browser.js';
import { ADMIN, describeConsole } from './describe-console.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('the first need', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
    await publishedCourse(tenant, { title: 'Working at Heights: Essentials', topics: ['Working at Heights'] });
    await addWorker(tenant, { name: 'Jordan Blake', email: 'jordan@example.com' });
  });

  const assignments = async (): Promise<string[]> =>
    (await tenant.api.listAssignments()).items.map(({ worker, status }) => `${worker.name}: ${status}`);
  const focused = (page: Page): Promise<string> => page.locator(':focus').innerText();

  it('appears as it is sent, and is offered and taken back without a mouse', async () => {
    const page = await browser.open(tenant.url);
    await page.locator('input[name=tenant]:focus').waitFor();
    for (const text of [tenant.slug, ADMIN, PASSWORD]) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByText('2 steps to your first need').waitFor();
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();

    const data = { email: 'jordan@example.com', topic: 'Working at Heights', payload: { ref: 'WAH-8841' } };
    await sendSignal(tenant, data, 'credential_expiring');
    await page.getByRole('row', { name: /Working at Heights.*Jordan Blake.*Essentials/ }).waitFor();

    await page.keyboard.press('j');
    await page.locator('tr:focus').waitFor();
    expect(await focused(page)).toContain('Jordan Blake');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('complementary', { name: 'Need: Working at Heights, Jordan Blake' });
    await drawer.getByText('Topic equals "Working at Heights".').waitFor();
    expect(await drawer.innerText()).toContain('Credential expiring. Created this need.');
    expect(await look(page, 'drawer')).toEqual([]);

    await page.keyboard.press('o');
    await page.getByText('1 of 1 person').waitFor();
    expect(await look(page, 'offer')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Offered to 1 person.').waitFor();
    expect(await assignments()).toEqual(['Jordan Blake: assigned']);

    // Messages are dialogs, too, and stay for ten seconds.
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await page.getByText('Undone').waitFor();
    expect(await assignments()).not.toContain('Jordan Blake: assigned');
    await page.getByRole('row', { name: /Working at Heights/ }).waitFor();
  });

  it('is answered by its learner, whose progress an admin follows until the link is revoked', async () => {
    const course = await publishedCourse(tenant, {
      title: 'Ladders',
      content: 'Three points of contact.',
      quiz: [{ question: 'How many points?', options: ['Two', 'Three'], answer: 1, rationale: 'One may slip.' }],
    });
    const [worker] = (await tenant.api.listWorkers()).items;
    await tenant.api.createAssignments({ body: { courseId: course.id, workerIds: [worker?.id ?? ''] } });
    const page = await browser.signIn(tenant, ADMIN, { path: `/readiness/${worker?.id}` });
    await page.getByRole('complementary', { name: 'Record' }).getByRole('link', { name: 'Assignments' }).click();
    await page.getByText('Person Jordan Blake').waitFor();
    expect(await look(page, 'assignments of one')).toEqual([]);
    await goTo(page, `/people?tab=assignments&course=${course.id}`);
    await page.getByRole('button', { name: 'Learner' }).click();
    await page.getByText('There is no link').waitFor();
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = await page.getByLabel('Shown once').inputValue();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await page.getByText(/valid until/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    const learner = await browser.open(link);
    const quiz = learner.getByRole('heading', { name: 'Check what you have learned' });
    await quiz.waitFor();
    await learner.emulateMedia({ media: 'print' });
    expect(await quiz.isVisible()).toBe(false);
    await learner.emulateMedia({ media: 'screen' });
    await learner.getByLabel('Two').check();
    await learner.getByRole('button', { name: 'Check my answers' }).click();
    await learner.getByText('Not passed yet.').waitFor();

    await page.getByRole('button', { name: 'Learner' }).click();
    await page.getByText('0 of 1 right').waitFor();
    expect(await look(page, 'learning')).toEqual([]);
    await page.getByRole('button', { name: 'Revoke the link' }).click();
    const question = page.getByRole('dialog', { name: 'Revoke this link?' });
    // Somebody else gives the learner more time: the decision is refused once, and not as long as the dialog is open.
    const [{ id } = { id: '' }] = (await tenant.api.listAssignments({ query: { course: course.id } })).items;
    const extend = async (route: Route): Promise<void> => {
      await tenant.api.extendAssignment({ path: { id }, body: { dueAt: '2099-01-01' } });
      await route.continue();
    };
    await page.route('**/link', extend, { times: 1 });
    await question.getByRole('button', { name: 'Revoke the link' }).click();
    await question.getByText('Somebody else has changed this since').waitFor();
    await question.getByRole('button', { name: 'Revoke the link' }).click();
    await page.getByText('There is no link').waitFor();
    await learner.goto(link);
    await learner.getByText('This link is not valid').waitFor();
  });
});
