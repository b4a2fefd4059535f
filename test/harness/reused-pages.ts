import type { BrowserContextOptions, Page } from 'playwright-core';
import { evaluate, sharedChromium } from './chromium.js';

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

declare global {
  /** test/harness/native/shared.js */
  var sharedPages: Map<string, Page[]>;
}

/**
 * Pages for one test after another, also of other files, each in a context that keeps nothing of the test before. The
 * process of such a page has the scripts of the console compiled, which is two thirds of the work of opening it.
 */
export class ReusedPages {
  private readonly used: Array<{ readonly page: Page; readonly options: BrowserContextOptions }> = [];

  async take(options: BrowserContextOptions): Promise<Page> {
    const page = idlePage(options) ?? (await newPage(options));
    this.used.push({ page, options });
    return page;
  }

  /** Empties the pages that were taken, for the next test. A page that cannot be emptied is closed. */
  async giveBack(): Promise<void> {
    await Promise.all(
      this.used.splice(0).map(async ({ page, options }) => {
        try {
          await empty(page, options);
          sharedPages.set(keyOf(options), [...(sharedPages.get(keyOf(options)) ?? []), page]);
        } catch {
          await page.context().close();
        }
      }),
    );
  }
}

const keyOf = (options: BrowserContextOptions): string => JSON.stringify(options);

/** Undefined: there is none. A page that has crashed, or whose browser has, is left out. */
function idlePage(options: BrowserContextOptions): Page | undefined {
  const idle = sharedPages.get(keyOf(options)) ?? [];
  let page = idle.pop();
  while (page?.isClosed() === true) page = idle.pop();
  return page;
}

async function newPage(options: BrowserContextOptions): Promise<Page> {
  return (await (await sharedChromium()).newContext(options)).newPage();
}

async function empty(page: Page, { viewport }: BrowserContextOptions): Promise<void> {
  const context = page.context();
  if (context.pages().length > 1) throw new Error('the page has opened another one');
  for (const event of LISTENED) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  const { origin } = new URL(page.url());
  await evaluate(page, 'sessionStorage.clear()');
  // Of a draft that is not saved, the page asks first.
  page.on('dialog', (dialog) => void dialog.accept());
  // Another page of the origin, as Chromium would end the process for `about:blank`.
  await page.goto(`${origin}/engine/health/live`);
  page.removeAllListeners('dialog');
  if (await evaluate(page, `'__pwClock' in globalThis`)) throw new Error('the context has a clock of its own');
  await context.clearCookies();
  const tools = await context.newCDPSession(page);
  await tools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await tools.detach();
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
  if (viewport) await page.setViewportSize(viewport);
  await page.mouse.move(0, 0);
}
