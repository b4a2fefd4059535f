import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { publishedCourse } from '../factories/courses.js';
import { TestChromium, chromiumProgram } from '../harness/chromium.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { answerQuiz } from '../harness/packages/answer-quiz.js';
import { LearningSystem } from '../harness/packages/learning-system.js';

const QUIZ = [
  { question: 'Who removes your lock?', options: ['Your supervisor', 'You'], answer: 1, rationale: 'Only you' },
];
const PASSED = ['initialized', 'passed', 'completed', 'terminated'];

(chromiumProgram === null ? describe.skip : describe)('the package of cmi5 with a bad connection', () => {
  let engine: SharedEngine;
  let browser: TestChromium;
  let page: Page;
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
    system = await LearningSystem.of(unzipSync(new Uint8Array(await response.arrayBuffer())));
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await page.close();
    await system.close();
  });

  const completed = (): Promise<void> => page.getByText('Completed. 1 of 1 answers are right (100 %).').waitFor();
  const expectVerbs = (expected: readonly string[]): Promise<void> =>
    eventually(async () => {
      expect(system.statements.map(({ verb }) => verb.id.split('/').at(-1))).toEqual(expected);
    });

  it('keeps its session when a learner answers before the system does', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    system.untilToken = promise;
    await page.goto(system.cmi5Url);
    await page.getByLabel('You', { exact: true }).check();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Check my answers' }).click({ force: true });
    resolve();
    await page.getByRole('button', { name: 'Check my answers' }).click();
    await completed();
    await page.goto('about:blank');
    await expectVerbs(PASSED);
  });

  it('repeats a pass whose answer was lost with the same id, so that it counts once', async () => {
    await page.goto(system.cmi5Url);
    await page.locator('html[data-ready]').waitFor();
    system.losesAnswers = true;
    await answerQuiz(page, 'You');
    await page.getByText('The learning system did not accept the result.').waitFor();
    system.losesAnswers = false;
    await answerQuiz(page, 'You');
    await completed();
    await page.goto('about:blank');
    await expectVerbs(PASSED);
  });

  it('sends a pass that did not arrive when the learner leaves', async () => {
    await page.goto(system.cmi5Url);
    await page.locator('html[data-ready]').waitFor();
    await page.context().setOffline(true);
    await answerQuiz(page, 'You');
    await page.getByText('The learning system did not accept the result.').waitFor();
    await page.context().setOffline(false);
    await page.goto('about:blank');
    await expectVerbs(PASSED);
  });

  it('asks to open the course again when the browser goes back to it', async () => {
    await page.goto(system.cmi5Url);
    await page.locator('html[data-ready]').waitFor();
    // What a browser does that keeps the pages that it has left (bfcache), which Playwright turns off.
    system.refusesTokens = true;
    await page.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
    await page.getByText('The learning system does not answer: close the course').waitFor();
    await expectVerbs(['initialized', 'terminated']);
  });
});
