import { beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { evaluate } from '../harness/chromium.js';
import { clickInDialog, goTo, look } from '../harness/console-browser.js';
import { loseAnswer } from '../harness/console-network.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';
import { ADMIN, describeConsole } from './describe-console.js';

describeConsole('the library', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
  });

  it('leads from no course to a published one that an open need is recommended', async () => {
    await sendSignal(tenant, { site: 'Dock 4', topic: 'Rope access' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/library' });
    await page.getByText('The library has no course yet').waitFor();
    const create = page.getByRole('button', { name: /New course/ });
    await create.click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Working on ropes');
    await page.getByRole('textbox', { name: 'Topics' }).fill('Rope access, IRATA level 1');
    await create.last().click();
    await page.getByRole('heading', { level: 1, name: 'Working on ropes' }).waitFor();

    await page.getByRole('button', { name: 'Edit' }).last().click();
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByLabel('Question 1', { exact: true }).last().fill('How many anchors?');
    await page.getByLabel('Answers, one a line').fill('One\nTwo');
    await page.getByLabel('Right answer', { exact: true }).fill('2');
    await page.getByLabel('Why it is right').fill('One of them may fail.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('How many anchors?').waitFor();
    expect(await look(page, 'course')).toEqual([]);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published', { exact: true }).waitFor();
    // The button that had the focus is gone.
    await page.locator('#content:focus').waitFor();
    const { items } = await tenant.api.listCourses();
    const course = { title: 'Working on ropes', status: 'published', topics: ['Rope access', 'IRATA level 1'] };
    expect(items).toMatchObject([course]);
    const answered = [{ recommendation: { title: 'Working on ropes' } }];
    await eventually(async () => expect(await tenant.resolvedNeeds()).toMatchObject(answered));
    await publishedCourse(tenant, { title: 'Forklift driving' });
    await sendSignal(tenant, { site: 'Dock 4', topic: 'Forklift driving' });
    await tenant.resolvedNeeds();
    await page.reload();
    await page.getByRole('link', { name: 'Recommended in 1 open need' }).waitFor();
    expect(await look(page, 'course-use')).toEqual([]);
    await page.getByRole('link', { name: 'Recommended in 1 open need' }).click();
    await page.getByRole('row', { name: /Rope access/ }).waitFor();
    expect(await page.getByRole('row', { name: /Forklift/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Remove the filter Recommended course' }).click();
    await page.getByRole('row', { name: /Forklift/ }).waitFor();
  });

  it('keeps what is entered in one form of a course while another one is saved', async () => {
    const question = { question: 'Old?', options: ['Yes', 'No'], answer: 0, rationale: 'So it is.' };
    const { id } = await tenant.api.createCourse({ body: { title: 'Hoists', topics: [], quiz: [question] } });
    const page = await browser.signIn(tenant, ADMIN, { path: `/library/${id}` });
    await page.getByRole('button', { name: 'Edit' }).first().click();
    await page.getByLabel('Title').fill('Hoists and winches');
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByLabel('Question 1', { exact: true }).last().fill('');
    await page.getByLabel('Question 2', { exact: true }).last().fill('Who looks at the rope?');
    await page.getByLabel('Answers, one a line').last().fill('Nobody\nA visitor\nYou');
    const answer = page.getByLabel('Right answer', { exact: true }).last();
    await answer.fill('4');
    await page.getByLabel('Why it is right').last().fill('You hang below it.');
    await page.getByRole('button', { name: 'Save' }).last().click();
    // The engine counts neither the blank question nor the answers as the form does.
    await answer.and(page.locator(':focus[aria-invalid="true"]')).waitFor();
    await page.getByText('There is no answer with this number.').waitFor();
    await answer.fill('3');
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByText('The course was saved.').waitFor();
    await page.getByText('Who looks at the rope?').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Hoists and winches');
    await page.getByLabel('Topics').fill('Hoisting '.repeat(40));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Nothing was saved. The field above that is marked says why.').waitFor();
    expect(await page.locator('[aria-invalid="true"]').getAttribute('name')).toBe('topics');
    expect(await look(page, 'course-refused')).toEqual([]);
    await page.getByLabel('Topics').fill('Hoisting');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hoists and winches' }).waitFor();
    const quiz = [{ question: 'Who looks at the rope?', answer: 2 }];
    expect(await tenant.api.getCourse({ path: { id } })).toMatchObject({ title: 'Hoists and winches', quiz });
  });

  it('shows a text, and what is typed, in the direction of its language', async () => {
    const content = 'افحص الهواء (O2).\n\n- لا تدخل وحدك.\n- Call first.\n\n1. Then go.';
    const { id } = await publishedCourse(tenant, { title: 'الأماكن المغلقة', content });
    const page = await browser.signIn(tenant, ADMIN, { path: `/library/${id}` });
    const directionsOf = (places: string): Promise<string[]> =>
      evaluate(page, `[...document.querySelectorAll('${places}')].map((one) => getComputedStyle(one).direction)`);
    await page.getByText('Then go.').waitFor();
    expect(await directionsOf('.prose :is(ul, ol)')).toEqual(['rtl', 'ltr']);
    const edit = page.getByRole('button', { name: 'Edit' }).first();
    await edit.press('Enter');
    expect(await directionsOf('textarea[name="content"]')).toEqual(['rtl']);
    // The focus stays where the button was.
    await page.locator('input[name="title"]:focus').waitFor();
    await page.getByRole('button', { name: 'Discard' }).press('Enter');
    await edit.and(page.locator(':focus')).waitFor();
  });

  it('archives only a published course, and deletes only one that is not', async () => {
    const { id } = await publishedCourse(tenant, { title: 'Ladders' });
    const page = await browser.signIn(tenant, ADMIN, { path: `/library/${id}` });
    const remove = page.getByRole('button', { name: 'Delete' });
    await remove.waitFor();
    expect(await remove.getAttribute('title')).toBe('Archive it first: a published course cannot be deleted');
    await page.getByRole('status').getByText('Live', { exact: true }).waitFor();
    await tenant.api.changeCourse({ path: { id }, body: { title: 'Ladders and steps' } });
    await page.getByRole('heading', { level: 1, name: 'Ladders and steps' }).waitFor();
    await loseAnswer(page, '**/archive');
    await page.getByRole('button', { name: 'Archive' }).click();
    const archive = page.getByRole('dialog').getByRole('button', { name: 'Archive' });
    await archive.click();
    await page.getByText('The engine did not answer.').waitFor();
    await archive.click();
    await page.getByText('The course is archived.').waitFor();
    // Published without an answer, and archived by somebody else since: it is another decision.
    await loseAnswer(page, '**/publish');
    const publish = page.getByRole('button', { name: 'Publish' });
    await publish.click();
    await publish.waitFor({ state: 'detached' });
    await tenant.api.archiveCourse({ path: { id } });
    await publish.click();
    await page.getByText('The course is published.').waitFor();
    expect(await tenant.api.getCourse({ path: { id } })).toMatchObject({ status: 'published' });
    const table = '| Tag | Use |\n| --- | --- |\n| Red | ~~Any~~ none |';
    const content = `${table}\n\n![A tag](https://a.example/tag.png) <b>HTML</b>`;
    const draft = await tenant.api.createCourse({ body: { title: 'Scaffolds', topics: [], content } });
    await goTo(page, `/library/${draft.id}`);
    await remove.waitFor();
    // As on the page of a learner.
    expect(await page.getByRole('table').innerText()).toBe('Tag\tUse\nRed\tAny none');
    expect(await page.locator('.prose p').innerText()).toBe('A tag <b>HTML</b>');
    expect(await look(page, 'material')).toEqual([]);
    expect(await page.getByRole('button', { name: 'Archive' }).count()).toBe(0);
    await remove.click();
    await clickInDialog(page, 'Delete');
    await page.waitForURL('**/library');
  });
});
