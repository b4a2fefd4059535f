import { expect, it } from '@jest/globals';
import { draftCourse, publishedCourse } from '../factories/courses.js';
import { draftAbout } from '../factories/drafts.js';
import { raisedNeed } from '../factories/needs.js';
import { addWorker } from '../factories/workers.js';
import { holdRequests } from '../harness/console-network.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('a decision', ({ browser, createTenant }) => {
  it('whose dialog was cancelled before the answer closes no other dialog', async () => {
    const tenant = await createTenant();
    await publishedCourse(tenant, { title: 'Rigging' });
    await addWorker(tenant, { name: 'Jordan Blake', externalWorkerId: 'W-1' });
    for (const topic of ['Rigging', 'Slinging', 'Welding'])
      await raisedNeed(tenant, { external_worker_id: 'W-1', topic });
    const page = await browser.signIn(tenant, ADMIN, { path: '/needs' });
    const row = (topic: string) => page.getByRole('row', { name: new RegExp(topic) });
    const dialog = page.locator('.dialog');
    const note = dialog.getByLabel('Note');
    for (const [topic, key, url, done] of [
      ['Slinging', 'd', '**/dismiss', 'Dismissed Slinging.'],
      ['Rigging', 'o', '**/offer', 'Offered to 1 person.'],
    ] as const) {
      await row(topic).press(key);
      const decide = dialog.locator('button[type="submit"]:not([aria-disabled="true"])');
      await decide.waitFor();
      const answer = await holdRequests(page, url);
      await decide.click();
      await dialog.locator('[aria-busy="true"]').first().waitFor();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });
      await row('Welding').press('d');
      await note.fill('see the audit');
      answer();
      await page.getByText(done).waitFor();
      await row(topic).waitFor({ state: 'detached' });
      expect(await note.inputValue()).toBe('see the audit');
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
  });

  it('that is taken by a double click is taken once', async () => {
    const tenant = await createTenant();
    const { id } = await draftCourse(tenant, { title: 'Rigging' });
    const page = await browser.signIn(tenant, ADMIN, { path: `/library/${id}` });
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname));
    await page.getByRole('button', { name: 'Publish' }).dblclick();
    await page.getByText('Published', { exact: true }).waitFor();
    expect(sent).toEqual([`/engine/v1/admin/courses/${id}/publish`]);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('about the source of a claim is not lost when a colleague removes the claim before it', async () => {
    const tenant = await createTenant();
    const { id } = await draftAbout(tenant, 'Manual Handling', 'Yard');
    const { lessons } = await tenant.api.getDraft({ path: { id } });
    const [lesson] = lessons;
    if (lesson === undefined) throw new Error('The draft has no lesson.');
    const page = await browser.signIn(tenant, ADMIN, { path: `/drafts/${id}?part=${lesson.id}` });
    const claims = page.locator('.claims > li');
    await claims.nth(1).getByRole('button', { name: 'Give a source' }).click();
    const source = page.getByLabel(/^Source of:/);
    await source.fill('SOP-12, section 3');
    const shortened = { ...lesson, claims: lesson.claims.slice(1) };
    await tenant.api.changeDraft({ path: { id }, body: { lessons: [shortened, ...lessons.slice(1)] } });
    await claims.nth(lesson.claims.length - 1).waitFor({ state: 'detached' });
    expect(await source.inputValue()).toBe('SOP-12, section 3');
  });

  it('that a colleague has overtaken shows what they decided', async () => {
    const tenant = await createTenant();
    const course = await publishedCourse(tenant, { title: 'Rigging' });
    const body = { topic: 'Slinging', courseId: course.id };
    const { id } = await tenant.api.enterSynonym({ body });
    await tenant.api.rejectSynonym({ path: { id } });
    const page = await browser.signIn(tenant, ADMIN, { path: '/library?tab=synonyms' });
    const row = page.getByRole('row', { name: /Slinging/ });
    await row.getByText('Rejected').waitFor();
    await tenant.api.acceptSynonym({ path: { id } });
    await row.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('alert').getByText('Nothing was done: look at it again, and then decide.').waitFor();
    await row.getByText('Accepted').waitFor();
    expect(await row.getByRole('button', { name: 'Accept' }).count()).toBe(0);
  });
});
