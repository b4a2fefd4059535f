import { expect, it } from '@jest/globals';
import { draftCourse, publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { clickInDialog, goTo, look } from '../harness/console-browser.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('matching in the console', ({ browser, createTenant }) => {
  it('learns from a person who accepts the closest course of a need', async () => {
    const tenant = await createTenant();
    await publishedCourse(tenant, { title: 'Rigging and Slinging of Heavy Loads' });
    await sendSignal(tenant, { site: 'Dock 4', topic: 'Zemu rigging supervisor' });
    await tenant.resolvedNeeds();
    const page = await browser.signIn(tenant, ADMIN);
    await page.getByRole('row', { name: /Zemu rigging supervisor/ }).click();
    await page.getByRole('heading', { name: 'Closest course' }).waitFor();
    expect(await look(page, 'closest')).toEqual([]);
    await page.getByRole('button', { name: 'Use this course' }).click();
    await page.getByText('“Rigging and Slinging of Heavy Loads” is recommended').waitFor();
    await page.getByRole('button', { name: 'Use this course' }).waitFor({ state: 'detached' });
    expect(await tenant.resolvedNeeds()).toMatchObject([
      { recommendation: { kind: 'course', title: 'Rigging and Slinging of Heavy Loads' }, suggestion: null },
    ]);
    await goTo(page, '/library?tab=synonyms');
    await page.getByText('Zemu rigging supervisor').first().waitFor();
  });

  it('recommends a course for a topic that was tried before as soon as it is published', async () => {
    const tenant = await createTenant();
    await draftCourse(tenant, { title: 'Confined space entry' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/library?tab=match&topic=Confined+space+entry' });
    await page.getByText('No course is close enough: author one').waitFor();
    await page.getByRole('link', { name: 'Courses' }).click();
    await page.getByRole('link', { name: 'Confined space entry' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('link', { name: 'Try a topic' }).click();
    await page.getByText('Recommends Confined space entry').waitFor();
    expect((await tenant.api.listCourses()).items).toMatchObject([{ status: 'published' }]);
  });

  it('shows why a topic is matched, and learns what it means', async () => {
    const tenant = await createTenant();
    const { id } = await publishedCourse(tenant, { title: 'Elevated work platforms' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/library?tab=match' });
    await page.getByLabel('Topic, as a source system writes it').fill('Zugbock');
    await page.getByRole('button', { name: 'Match' }).click();
    await page.getByText('No course is close enough: author one').waitFor();
    await page.getByRole('link', { name: 'Courses' }).click();
    await page.getByRole('link', { name: 'Elevated work platforms' }).waitFor();
    expect(await look(page, 'library')).toEqual([]);
    await page.getByRole('link', { name: 'What topics mean' }).click();
    await page.getByRole('button', { name: 'New meaning' }).click();
    await page.getByLabel('Topic', { exact: true }).fill('Zugbock');
    await page.getByLabel('The course that trains it').fill('elevated');
    await page.getByRole('option', { name: /Elevated work platforms/ }).click();
    await page
      .getByRole('button', { name: /New meaning/ })
      .last()
      .click();
    await page.getByRole('row', { name: /Zugbock Elevated work platforms Accepted/ }).waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('button', { name: 'Another topic instead' }).click();
    expect(await page.getByLabel('The course that trains it').inputValue()).toBe('');
    await page.getByLabel('The course that trains it').fill('elevated');
    await page.getByRole('option', { name: /Elevated work platforms/ }).click();
    await page.getByLabel('Topic', { exact: true }).fill('Zugbock 7');
    expect(await look(page, 'synonym')).toEqual([]);
    await clickInDialog(page, /Save/);
    await page.getByRole('row', { name: /Zugbock 7 Elevated work platforms Accepted/ }).waitFor();
    expect(await look(page, 'synonyms')).toEqual([]);
    await page.goto(`${tenant.url}/library?tab=match&topic=Zugbock+7`);
    await page.getByText('Recommends Elevated work platforms').waitFor();
    expect(await look(page, 'match')).toEqual([]);
    expect((await tenant.api.matchTopics({ body: { topic: 'Zugbock 7' } })).recommended).toBe(id);
    await page.getByRole('link', { name: 'What topics mean' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    const question = page.getByRole('dialog', { name: 'Delete this meaning?' });
    await question.getByText('Zugbock 7: Elevated work platforms').waitFor();
    await question.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Deleted. Needs are matched again.').waitFor();
  });
});
