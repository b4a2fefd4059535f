import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { publishedCourse } from '../factories/courses.js';
import { TestChromium, chromiumProgram } from '../harness/chromium.js';
import { sharedEngine } from '../harness/engine.js';
import { answerQuiz } from '../harness/packages/answer-quiz.js';
import { LearningSystem } from '../harness/packages/learning-system.js';

const QUIZ = [
  { question: 'Who removes your lock?', options: ['Your supervisor', 'You'], answer: 1, rationale: 'Only you' },
];

(chromiumProgram === null ? describe.skip : describe)('the package of scorm12', () => {
  let browser: TestChromium;
  let page: Page;
  let system: LearningSystem;
  beforeAll(async () => {
    const engine = await sharedEngine({ worker: false });
    const tenant = await engine.createTenant();
    const { id } = await publishedCourse(tenant, { title: 'Lockout', content: 'Stop, lock, test.', quiz: QUIZ });
    const response = await tenant.api.exportCourse({ path: { id }, query: { format: 'scorm12' } });
    system = await LearningSystem.of(unzipSync(new Uint8Array(await response.arrayBuffer())));
    browser = await TestChromium.open();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  const status = () => page.evaluate('API.cmi.core.lesson_status');

  it('keeps the failure of a learner who only reads, and reports the pass', async () => {
    await page.goto(system.scormUrl('scorm12', { hasFailed: true }));
    const frame = page.frameLocator('iframe');
    await frame.locator('html[data-ready]').waitFor();
    expect(await status()).toBe('failed');
    await answerQuiz(frame, 'You');
    await frame.getByText('Completed. 1 of 1 answers are right (100 %).').waitFor();
    expect(await status()).toBe('passed');
  });

  it('can be completed in a frame that allows no forms, once all questions are answered', async () => {
    await page.goto(system.scormUrl('scorm12', { inSandbox: true }));
    const frame = page.frameLocator('iframe');
    await answerQuiz(frame);
    expect(await status()).toBe('incomplete');
    await answerQuiz(frame, 'You');
    await frame.getByText('Completed. 1 of 1 answers are right (100 %).').waitFor();
    expect(await status()).toBe('passed');
  });
});
