import { beforeEach, expect, it } from '@jest/globals';
import { draftAbout } from '../factories/drafts.js';
import { raisedNeed } from '../factories/needs.js';
import { consoleUser } from '../factories/users.js';
import { look } from '../harness/console-browser.js';
import { loseAnswer } from '../harness/console-network.js';
import type { TestTenant } from '../harness/tenant.js';
import { describeConsole } from './describe-console.js';

const WRITER = 'wim@example.com';

describeConsole('drafts', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeEach(async () => {
    tenant = await createTenant();
    await consoleUser(tenant, { email: WRITER, role: 'author' });
  });

  const written = async (): Promise<string> => (await draftAbout(tenant, 'Manual Handling', 'Yard')).id;

  it('keep what a person has entered while another one saves', async () => {
    const id = await written();
    const page = await browser.signIn(tenant, WRITER, { path: `/drafts/${id}` });
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await page.getByRole('link', { name: /^1\./ }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    const title = page.getByLabel('Title');
    await title.fill('Lifting');
    await tenant.api.changeDraft({ path: { id }, body: { title: 'Manual handling at the Yard' } });
    await page.getByRole('heading', { level: 1, name: 'Manual handling at the Yard' }).waitFor();
    expect(await title.inputValue()).toBe('Lifting');
    // The form closes although something else of the draft is still being read.
    await page.route('**/comments?*', () => undefined);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 2, name: 'Lifting' }).waitFor();
    await page.unroute('**/comments?*');
    const draft = await tenant.api.getDraft({ path: { id } });
    expect([draft.title, draft.lessons[0]?.title]).toEqual(['Manual handling at the Yard', 'Lifting']);

    await page.getByRole('button', { name: 'Edit' }).click();
    await title.fill('Mine');
    const lessons = draft.lessons.map((lesson, index) => (index === 0 ? { ...lesson, title: 'Theirs' } : lesson));
    await tenant.api.changeDraft({ path: { id }, body: { lessons } });
    await page.getByRole('link', { name: '1. Theirs' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else has saved the draft since.').waitFor();
    expect(await title.inputValue()).toBe('Mine');
  });

  it('are commented once, also if an answer is lost, and show all comments', async () => {
    const id = await written();
    for (let batch = 0; batch < 4; batch++)
      await Promise.all(
        Array.from({ length: 25 }, (_value, index) =>
          tenant.api.createComment({ path: { id }, body: { body: `Remark ${batch * 25 + index}` } }),
        ),
      );
    const page = await browser.signIn(tenant, WRITER, { path: `/drafts/${id}` });
    await page.getByText('Remark 99').waitFor();
    await page.getByLabel('Comment').fill('The last word');
    await loseAnswer(page, '**/comments');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('The engine did not answer.').waitFor();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByRole('listitem').filter({ hasText: 'The last word' }).waitFor();
    const { items } = await tenant.api.listComments({ path: { id }, query: { limit: 200 } });
    expect(items).toHaveLength(101);

    // One that is not sent stays beside all parts of the draft, and is left only after a question.
    await page.getByLabel('Comment').fill('Half a remark');
    await page.getByRole('link', { name: /^1\./ }).click();
    await page.getByRole('heading', { name: 'Claims of this lesson' }).waitFor();
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByLabel('Comment').inputValue()).toBe('Half a remark');
  });

  it('say before they are started what leaves the engine', async () => {
    await raisedNeed(tenant, { site: 'Yard', topic: 'Manual Handling' });
    const page = await browser.signIn(tenant, WRITER, { path: '/needs' });
    await page.getByRole('row', { name: /Manual Handling/ }).click();
    await page.getByRole('button', { name: 'Author', exact: true }).first().click();
    await page.getByText('What is sent to write it').click();
    await page.getByText('Nothing leaves the engine').waitFor();
    expect(await look(page, 'author')).toEqual([]);
  });
});
