import { beforeAll, expect, it } from '@jest/globals';
import { publishedCourse } from '../factories/courses.js';
import { sendSignal } from '../factories/signals.js';
import { clickInDialog, goTo, look } from '../harness/console-browser.js';
import { loseAnswer } from '../harness/console-network.js';
import { ADMIN, describeConsole } from './describe-console.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

describeConsole('the library', ({ browser, createTenant }) => {
  let tenant: TestTenant;
  beforeAll(async () => {
    tenant = await createTenant();
  });

  it('leads from no course to a published one that an open need is recommended', async () => {
    await sendSignal(tenant, { site: 'Dock 4', topic: 'Rope access' });
    const page = await browser.signIn(tenant, ADMIN, { path: '/library' });
    await page.getByText('The library has no course yet').waitFor();
    await page.getByRole('button', { name: 'New course' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Working on ropes');
    await page.getByRole('textbox', { name: 'Topics' }).fill('Rope access, IRATA level 1');
    await page
      .getByRole('button', { name: /New course/ })
      .last()
      .click();
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
    expect(items).toMatchObject([
      { title: 'Working on ropes', status: 'published', topics: ['Rope access', 'IRATA level 1'] },
    ]);
    await eventually(async () =>
      expect(await tenant.resolvedNeeds()).toMatchObject([{ recommendation: { title: 'Working on ropes' } }]),
    );
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
    expect(await tenant.api.getCourse({ path: { id } })).toMatchObject({
      title: 'Hoists and winches',
      quiz: [{ question: 'Who looks at the rope?', answer: 2 }],
    });
  });

  it('learns from a person who accepts the closest course of a need', async () => {
    const other = await createTenant();
    await publishedCourse(other, { title: 'Rigging and Slinging of Heavy Loads' });
    await sendSignal(other, { site: 'Dock 4', topic: 'Zemu rigging supervisor' });
    await other.resolvedNeeds();
    const page = await browser.signIn(other, ADMIN);
    await page.getByRole('row', { name: /Zemu rigging supervisor/ }).click();
    await page.getByRole('heading', { name: 'Closest course' }).waitFor();
    expect(await look(page, 'closest')).toEqual([]);
    await page.getByRole('button', { name: 'Use this course' }).click();
    await page.getByText('“Rigging and Slinging of Heavy Loads” is recommended').waitFor();
    await page.getByRole('button', { name: 'Use this course' }).waitFor({ state: 'detached' });
    expect(await other.resolvedNeeds()).toMatchObject([
      { recommendation: { kind: 'course', title: 'Rigging and Slinging of Heavy Loads' }, suggestion: null },
    ]);
    await goTo(page, '/library?tab=synonyms');
    await page.getByText('Zemu rigging supervisor').first().waitFor();
  });

  it('shows why a topic is matched, and learns what it means', async () => {
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
    const draft = await tenant.api.createCourse({ body: { title: 'Scaffolds', topics: [] } });
    await goTo(page, `/library/${draft.id}`);
    await remove.waitFor();
    expect(await page.getByRole('button', { name: 'Archive' }).count()).toBe(0);
    await remove.click();
    await clickInDialog(page, 'Delete');
    await page.waitForURL('**/library');
  });

  it('takes a document, finds what it says, and forgets it again', async () => {
    const page = await browser.signIn(tenant, ADMIN, { path: '/library?tab=documents' });
    await page.getByRole('button', { name: 'Upload a document' }).click();
    await page.getByLabel('Markdown, text, PDF or DOCX').setInputFiles({
      name: 'Rigging procedure.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# Slings\n\nA sling with a cut is taken out of use and destroyed by the supervisor.\n'),
    });
    await page
      .getByRole('button', { name: /Upload a document/ })
      .last()
      .click();
    await page.getByRole('button', { name: 'Rigging procedure' }).click();
    await page.getByRole('dialog').getByText('A sling with a cut').waitFor();
    expect(await look(page, 'passages')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await look(page, 'documents')).toEqual([]);
    await page.getByRole('searchbox', { name: 'Search what they say' }).fill('sling cut');
    await page.keyboard.press('Enter');
    await page.getByText('taken out of use').waitFor();
    await goTo(page, '/library?tab=documents');
    await page.getByRole('button', { name: 'Delete' }).click();
    await clickInDialog(page, 'Delete');
    await page.getByText('No document yet').waitFor();
  });
});
