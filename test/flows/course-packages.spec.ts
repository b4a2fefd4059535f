import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { MARKUP_COURSE } from '../factories/courses.js';
import { TestChromium, chromiumProgram } from '../harness/chromium.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { refusal, refusedFields } from '../harness/expect-refused.js';
import { LearningSystem } from '../harness/packages/learning-system.js';
import { type QuizPlace, answerQuiz } from '../harness/packages/answer-quiz.js';
import { manifestErrors } from '../harness/packages/package-schemas.js';
import type { TestTenant } from '../harness/tenant.js';

type ScormVersion = 'scorm12' | 'scorm2004';
type Format = ScormVersion | 'cmi5';
const FORMATS: readonly Format[] = ['scorm12', 'scorm2004', 'cmi5'];

describe('the package of a course', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const publish = async (course: object = {}): Promise<string> => {
    const { id } = await tenant.api.createCourse({ body: { ...MARKUP_COURSE, ...course } });
    await tenant.api.publishCourse({ path: { id } });
    return id;
  };
  const download = async (id: string, format: Format) => {
    const response = await tenant.api.exportCourse({ path: { id }, query: { format } });
    return { headers: response.headers, files: unzipSync(new Uint8Array(await response.arrayBuffer())) };
  };
  const manifestOf = (files: Record<string, Uint8Array>): string =>
    Buffer.from(files['imsmanifest.xml'] ?? files['cmi5.xml'] ?? []).toString();

  it.each(FORMATS)('is a valid package of %s', async (format) => {
    const id = await publish();
    const { headers, files } = await download(id, format);
    expect(headers.get('content-type')).toBe('application/zip');
    const name = `lockout-tagout-fur-elektriker-${format}.zip`;
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    expect(Object.keys(files)).toHaveLength(2);
    const manifest = manifestOf(files);
    expect(manifest).toContain('Lockout &amp; &lt;tagout&gt;');
    expect(/ (?:identifier|id)="([^"]+)"/.exec(manifest)?.[1]?.split('/').at(-1)).toBe(id);
    const isUnchecked = format === 'cmi5' && process.env['SCHEMAS_DIR'] === undefined;
    expect(await manifestErrors[format]?.(manifest)).toEqual(isUnchecked ? null : []);
    expect(await manifestErrors[format]?.(manifest.replace(/<\/title>/, '</title><unknown/>'))).not.toEqual([]);
  });

  it.each(FORMATS)('of %s without a quiz is valid, too', async (format) => {
    const manifest = manifestOf((await download(await publish({ quiz: [], summary: null }), format)).files);
    expect((await manifestErrors[format]?.(manifest)) ?? []).toEqual([]);
  });

  it('is refused for a draft, for a course without material, and for an unknown format', async () => {
    const { id } = await tenant.api.createCourse({ body: MARKUP_COURSE });
    const exported = (course: string, as: string) => tenant.admin('GET', `/courses/${course}/export?format=${as}`);
    expect(await exported(id, 'cmi5')).toMatchObject(refusal(409, 'course_unpublished'));
    const empty = await publish({ content: null, quiz: [] });
    expect(await exported(empty, 'cmi5')).toMatchObject(refusal(409, 'nothing_to_export'));
    expect(refusedFields(await exported(empty, 'aicc'))).toEqual(['format']);
  });

  (chromiumProgram === null ? describe.skip : describe)('in a learning system', () => {
    let browser: TestChromium;
    let page: Page;
    let system: LearningSystem;
    beforeAll(async () => {
      browser = await TestChromium.open();
    });
    beforeEach(async () => {
      page = await browser.newPage();
    });
    afterAll(() => browser?.close());
    afterEach(async () => {
      await page.close();
      await system.close();
    });

    /** Opens the package of SCORM in a learning system. */
    async function open(version: ScormVersion, shown?: Parameters<LearningSystem['scormUrl']>[1]): Promise<void> {
      system = await LearningSystem.of((await download(await publish(), version)).files);
      await page.goto(system.scormUrl(version, shown));
    }
    /** What the package has reported, by the names of the data model. */
    const resultOf = (version: ScormVersion, names: readonly string[]): Promise<unknown> =>
      page.evaluate(`[${names.map((name) => `${version === 'scorm12' ? 'API' : 'API_1484_11'}.cmi.${name}`).join()}]`);

    /** Answers wrong and then right. */
    async function take(place: QuizPlace): Promise<void> {
      await answerQuiz(place, 'Your supervisor', 'Test');
      await place.getByText('Not passed yet. 1 of 2 answers are right (50 %)').waitFor();
      await answerQuiz(place, 'You');
      await place.getByText('Completed. 2 of 2 answers are right (100 %).', { exact: true }).waitFor();
    }

    it.each([
      ['scorm12', ['core.lesson_status', 'core.score.raw'], ['passed', '100']],
      ['scorm2004', ['success_status', 'completion_status', 'score.scaled'], ['passed', 'completed', '1']],
    ] as const)('of %s reports the pass and the score', async (version, names, reported) => {
      await open(version);
      await take(page.frameLocator('iframe'));
      expect(await resultOf(version, names)).toEqual(reported);
    });

    it('of scorm12 reports to the system that has opened a window with the frame of the package', async () => {
      await open('scorm12', { inWindow: true });
      const opened = page.waitForEvent('popup');
      await page.evaluate("void open('/window')");
      const popup = await opened;
      await take(popup.frameLocator('iframe'));
      expect(await resultOf('scorm12', ['core.lesson_status'])).toEqual(['passed']);
      await popup.close();
    });

    it.each([
      ['scorm12', ['core.lesson_status', 'core.score.raw'], ['passed', '100']],
      ['scorm2004', ['success_status', 'score.scaled'], ['passed', '1']],
    ] as const)('of %s keeps a pass of before when another try fails', async (version, names, kept) => {
      await open(version, { hasPassed: true });
      const frame = page.frameLocator('iframe');
      await answerQuiz(frame, 'Your supervisor', 'Start');
      await frame.getByText('Not passed yet.').waitFor();
      expect(await resultOf(version, names)).toEqual(kept);
    });

    it('of scorm2004 says before the quiz that a reload has ended its session', async () => {
      await open('scorm2004');
      const frame = page.frameLocator('iframe');
      await frame.locator('html[data-ready]').waitFor();
      expect(await frame.getByText('does not answer').count()).toBe(0);
      await page.evaluate("document.querySelector('iframe').contentWindow.location.reload()");
      await frame.getByText('The learning system does not answer: close the course').waitFor();
    });

    it('of scorm2004 is left so that the system keeps its pass for the next session', async () => {
      await open('scorm2004');
      await take(page.frameLocator('iframe'));
      await page.evaluate("document.querySelector('iframe').src = 'about:blank'");
      await eventually(async () => expect(await page.evaluate('API_1484_11.cmi.toJSON().exit')).toBe('suspend'));
    });
  });
});
