import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { publishedCourse } from '../factories/courses.js';
import { TestChromium, chromiumProgram } from '../harness/chromium.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { LearningSystem } from '../harness/packages/learning-system.js';

const QUIZ = [
  { question: 'Who removes your lock?', options: ['Your supervisor', 'You'], answer: 1, rationale: 'Only you' },
  { question: 'What comes after?', options: ['Test', 'Start'], answer: 0, rationale: 'Test for zero' },
];
const PASSED = ['initialized', 'passed', 'completed', 'terminated'];

(chromiumProgram === null ? describe.skip : describe)('the package of a course in a learning system of cmi5', () => {
  let engine: SharedEngine;
  let browser: TestChromium;
  let page: Page;
  let files: Record<string, Uint8Array>;
  let system: LearningSystem;
  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
    browser = await TestChromium.open();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    const tenant = await engine.createTenant();
    const { id } = await publishedCourse(tenant, { title: 'Lockout', content: 'Stop, lock, test.', quiz: QUIZ });
    const response = await tenant.api.exportCourse({ path: { id }, query: { format: 'cmi5' } });
    files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    system = await LearningSystem.of(files);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await page.close();
    await system.close();
  });

  /** The verbs of the statements, in the order of their arrival. */
  const verbs = (): string[] => system.statements.map(({ verb }) => verb.id.split('/').at(-1) ?? '');
  const expectVerbs = (expected: readonly string[]): Promise<void> =>
    eventually(async () => expect(verbs()).toEqual(expected));
  const launch = async (): Promise<void> => {
    await page.goto(system.cmi5Url);
    await page.locator('html[data-ready]').waitFor();
  };
  const leave = async (): Promise<void> => void (await page.goto('about:blank'));
  const choose = async (...labels: string[]): Promise<void> => {
    for (const label of labels) await page.getByLabel(label, { exact: true }).check();
  };
  const button = (): ReturnType<Page['getByRole']> => page.getByRole('button', { name: 'Check my answers' });
  const expectText = (text: string): Promise<void> => page.getByText(text, { exact: true }).waitFor();
  /** Answers wrong and then right. */
  async function take(): Promise<void> {
    await choose('Your supervisor', 'Test');
    await button().click();
    await page.getByText('Not passed yet. 1 of 2 answers are right (50 %)').waitFor();
    await choose('You');
    await button().click();
    await expectText('Completed. 2 of 2 answers are right (100 %).');
  }

  it('sends the pass once, whatever was tried before it and after it', async () => {
    // As on a page without HTTPS.
    await page.addInitScript(() => Reflect.deleteProperty(Crypto.prototype, 'randomUUID'));
    await launch();
    await take();
    await leave();
    await expectVerbs(PASSED);
    expect(system.statements[1]?.result).toMatchObject({ success: true, score: { scaled: 1 } });
    await launch();
    await take();
    await leave();
    await expectVerbs([...PASSED, 'initialized', 'terminated']);
    const ids = system.statements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('sends the pass once when a learner clicks twice, after a lost connection', async () => {
    await launch();
    await choose('You', 'Test');
    await page.context().setOffline(true);
    await button().click();
    await page.getByText('The learning system did not accept the result.').waitFor();
    await page.context().setOffline(false);
    await button().dblclick();
    await expectText('Completed. 2 of 2 answers are right (100 %).');
    await leave();
    await expectVerbs(PASSED);
  });

  it('takes the score that the system asks for, and leads back to it', async () => {
    await system.close();
    system = await LearningSystem.of(files, { masteryScore: 0.5, returnURL: 'http://127.0.0.1:1/back' });
    await launch();
    await page.getByText('You pass with 50 % right answers.').waitFor();
    await choose('Your supervisor', 'Test');
    await button().click();
    await expectText('Completed. 1 of 2 answers are right (50 %).');
    expect(system.statements[1]?.result).toMatchObject({ success: true, score: { scaled: 0.5 } });
    const link = page.getByRole('link', { name: 'Return to the learning system' });
    expect(await link.getAttribute('href')).toBe('http://127.0.0.1:1/back');
  });

  it('sends the failure of a learner who leaves, with its time, before the end of the session', async () => {
    await launch();
    await choose('Your supervisor', 'Start');
    await button().click();
    await page.getByText('Not passed yet.').waitFor();
    expect(verbs()).toEqual(['initialized']);
    const left = Date.now();
    await leave();
    await expectVerbs(['initialized', 'failed', 'terminated']);
    const [, failed = 0, terminated] = system.statements.map(({ timestamp }) => Date.parse(timestamp));
    expect(failed).toBeLessThanOrEqual(left);
    expect(terminated).toBeGreaterThanOrEqual(left);
  });

  it('says before the quiz that a page which is loaded again reports nothing', async () => {
    await launch();
    system.refusesTokens = true;
    await page.reload();
    await page.getByText('The learning system does not answer: close the course').waitFor();
    await expectVerbs(['initialized', 'terminated']);
  });
});
