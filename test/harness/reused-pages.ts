import type { BrowserContextOptions, Page } from 'playwright-core';
import { type TestChromium, evaluate } from './chromium.js';

/** Events to which tests listen. */
const LISTENED = [
  'console',
  'dialog',
  'download',
  'pageerror',
  'request',
  'requestfailed',
  'requestfinished',
  'response',
] as const;

/**
 * Pages for one test after another, each in a context that keeps nothing of the test before. The process of such a page
 * has the scripts of the console compiled, which is two thirds of the work of opening it.
 */
export class ReusedPages {
  /** Pages that no test uses, by the options of their context. */
  private readonly idle = new Map<BrowserContextOptions, Page[]>();
  private readonly used: Array<{ readonly page: Page; readonly options: BrowserContextOptions }> = [];

  constructor(private readonly chromium: TestChromium) {}

  async take(options: BrowserContextOptions): Promise<Page> {
    const page = this.idle.get(options)?.pop() ?? (await this.chromium.newPage(options));
    this.used.push({ page, options });
    return page;
  }

  /** Empties the pages that were taken, for the next test. A page that cannot be emptied is closed. */
  async giveBack(): Promise<void> {
    await Promise.all(
      this.used.splice(0).map(async ({ page, options }) => {
        try {
          await empty(page, options);
          this.idle.set(options, [...(this.idle.get(options) ?? []), page]);
        } catch {
          await page.context().close();
        }
      }),
    );
  }
}

async function empty(page: Page, { viewport }: BrowserContextOptions): Promise<void> {
  const context = page.context();
  if (context.pages().length > 1) throw new Error('the page has opened another one');
  for (const event of LISTENED) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const { origin } = new URL(page.url());
  await evaluate(page, 'sessionStorage.clear()');
  // Of a draft that is not saved, the page asks first.
  page.on('dialog', (dialog) => void dialog.accept());
  // Another page of the origin, as Chromium would end the process for `about:blank`.
  await page.goto(`${origin}/engine/health/live`);
  page.removeAllListeners('dialog');
  await context.clearCookies();
  const tools = await context.newCDPSession(page);
  await tools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await tools.detach();
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
  if (viewport) await page.setViewportSize(viewport);
  await page.mouse.move(0, 0);
}
