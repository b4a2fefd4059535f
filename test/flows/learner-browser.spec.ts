import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Schemas } from '#client';
import { TestChromium, accessibilityFaults, chromiumProgram } from '../harness/chromium.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';

const COURSE = {
  title: 'Lockout and tagout for maintenance technicians',
  summary: 'How to make a machine safe before you work on it.',
  content: [
    '## Objectives\n\n- Name every source of energy.\n- Lock each of them, and test.',
    '## Before you begin\n\n| Energy | Lock |\n|---|---|\n| Electricity | Breaker |\n| Air | Valve |',
    '> Your lock, your life.\n\nRead the [procedure](https://example.com/loto).',
  ].join('\n\n'),
  quiz: [
    { question: 'Who removes your lock?', options: ['Your supervisor', 'You'], answer: 1, rationale: 'Only you.' },
    { question: 'What do you do after locking?', options: ['Test', 'Start'], answer: 0, rationale: 'Test for zero.' },
  ],
};

const SCREENS: ReadonlyArray<[string, BrowserContextOptions]> = [
  ['on a desktop', { viewport: { width: 1280, height: 800 } }],
  ['on a phone, in the dark', { viewport: { width: 375, height: 700 }, colorScheme: 'dark', isMobile: true }],
];

(chromiumProgram === null ? describe.skip : describe)("the learner's page in a browser", () => {
  let engine: SharedEngine;
  let browser: TestChromium;
  beforeAll(async () => {
    [engine, browser] = await Promise.all([sharedEngine({ worker: false }), TestChromium.open()]);
  });
  afterAll(() => browser?.close());

  async function learnUrl(course: Schemas['CreateCourseBody'] = COURSE): Promise<string> {
    const { api } = await engine.createTenant();
    const { id: courseId } = await api.createCourse({ body: course });
    await api.publishCourse({ path: { id: courseId } });
    const { id: workerId } = await api.createWorker({ body: { name: 'Ana Silva', externalWorkerId: 'E-1' } });
    await api.createAssignments({ body: { courseId, target: { kind: 'worker', id: workerId } } });
    const [assignment] = (await api.listAssignments()).items;
    return (await api.createAssignmentLink({ path: { id: assignment?.id ?? '' }, body: {} })).learnUrl;
  }

  /** The page is wider than the screen. */
  const overflows = (page: Page): Promise<boolean> =>
    page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  const widthOf = (page: Page, element: string): Promise<string> =>
    page.evaluate<string>(`getComputedStyle(document.querySelector('${element}')).maxWidth`);

  it.each(SCREENS)('can be read and answered %s without scripts, and is accessible', async (name, options) => {
    const page = await browser.newPage({ ...options, javaScriptEnabled: true, bypassCSP: true });
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    const look = async (what: string): Promise<void> => {
      expect([await accessibilityFaults(page), await overflows(page)]).toEqual([[], false]);
      const folder = process.env['SCREENSHOTS'];
      if (folder !== undefined) await page.screenshot({ path: `${folder}/${what} ${name}.png`, fullPage: true });
    };
    await page.goto(await learnUrl());
    await look('course');
    await page.getByLabel('Your supervisor').check();
    await page.getByLabel('Test', { exact: true }).check();
    await page.getByRole('button', { name: 'Check my answers' }).click();
    await page.getByText('Not passed yet.').waitFor();
    await look('not passed');
    await page.getByLabel('You', { exact: true }).check();
    await page.getByLabel('Test', { exact: true }).check();
    await page.getByRole('button', { name: 'Check my answers' }).click();
    await page.getByText('Completed on').waitFor();
    await look('passed');
    expect(problems).toEqual([]);
  });

  it('begins lists, tables and answers on the side of their language', async () => {
    const content = '- افحص الهواء.\n\n| الغاز | الحد |\n|---|---|\n| ميثان | 10 % |\n\n- Then go.';
    const question = { question: 'من يدخل؟', options: ['أنت', 'لا أحد'], answer: 1, rationale: 'لا.' };
    const page = await browser.newPage({ viewport: { width: 375, height: 700 }, isMobile: true });
    await page.goto(await learnUrl({ title: 'السلامة', content, quiz: [question] }));
    const directions = await page.evaluate<string[]>(
      `[...document.querySelectorAll('article :is(li, table), fieldset')].map((one) => getComputedStyle(one).direction)`,
    );
    expect(directions).toEqual(['rtl', 'rtl', 'ltr', 'rtl']);
    expect(await overflows(page)).toBe(false);
  });

  it('breaks words that are longer than the screen of a phone', async () => {
    const word = 'Gefahrstoffverordnungsunterweisung'.repeat(3);
    const question = { question: `${word}?`, options: [word, 'Nein'], answer: 0, rationale: word };
    const page = await browser.newPage({ viewport: { width: 375, height: 700 }, isMobile: true });
    await page.goto(
      await learnUrl({ title: word, summary: word, content: `# ${word}\n\n- ${word}`, quiz: [question] }),
    );
    expect(await overflows(page)).toBe(false);
  });

  it('shows texts from right to left in their direction', async () => {
    const text = 'أوقف الآلة ثم اقفلها.';
    const question = { question: text, options: [text, 'لا'], answer: 0, rationale: text };
    const page = await browser.newPage();
    await page.goto(await learnUrl({ title: text, content: `${text}\n\n- ${text}`, quiz: [question] }));
    /** How far the text of an element is from its right edge, in pixels. */
    const fromRight = (selector: string): Promise<number> =>
      page.evaluate<number>(`(() => {
        const element = document.querySelector('${selector}');
        const range = document.createRange();
        range.selectNodeContents(element.lastChild);
        return Math.round(element.getBoundingClientRect().right - range.getBoundingClientRect().right);
      })()`);
    for (const selector of ['h1', 'article p', 'article li']) expect(await fromRight(selector)).toBe(0);
  });

  it('is styled under its own policy, which allows no script', async () => {
    const page = await browser.newPage();
    await page.goto(await learnUrl());
    expect(await widthOf(page, 'main')).toBe('704px');
    expect(await page.addScriptTag({ content: 'globalThis.ran = 1' }).catch(() => 'refused')).toBe('refused');
    await page.goto(`${engine.url}/engine/docs`);
    expect(await widthOf(page, 'body')).toBe('1344px');
  });
});
