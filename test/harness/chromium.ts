import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright-core';

/** Debian's package. */
const PROGRAM = '/usr/bin/chromium';

/**
 * What Playwright turns off, and the popups of the address bar, which nobody sees here: Chromium draws two for each
 * context, half a second of work. They are in one list, as the last one counts.
 */
const DISABLED_FEATURES = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

/** Null: there is none, and what needs it is skipped. */
export const chromiumProgram = existsSync(PROGRAM) ? PROGRAM : null;
if (chromiumProgram === null) console.error(`No ${PROGRAM}: the tests of pages in a browser are skipped.`);

declare global {
  /** test/harness/native/shared.js */
  var sharedBrowsers: Map<'chromium', Promise<Browser>>;
}

/** A test file's own part of the shared Chromium: its contexts share no cookies with others. */
export class TestChromium {
  private readonly contexts: BrowserContext[] = [];

  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<TestChromium> {
    let running = sharedBrowsers.get('chromium');
    if (running === undefined || !(await running).isConnected()) {
      running = start();
      sharedBrowsers.set('chromium', running);
      running.catch(() => sharedBrowsers.delete('chromium'));
    }
    return new TestChromium(await running);
  }

  /** A page in a context of its own. */
  async newPage(options?: BrowserContextOptions): Promise<Page> {
    const context = await this.browser.newContext(options);
    this.contexts.push(context);
    return context.newPage();
  }

  async close(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
  }
}

function start(): Promise<Browser> {
  return chromium.launch({
    executablePath: PROGRAM,
    args: ['--no-sandbox', `--disable-features=${DISABLED_FEATURES.join(',')}`],
  });
}

const require = createRequire(import.meta.url);
/** Without comments and long names, which Chromium would read on each page. */
const AXE = require.resolve('axe-core/axe.min.js');

/**
 * Only the faults leave the page: of what passes, axe would make a selector for each element. A script that is there
 * from an earlier look at the page is used again.
 */
const RUN_AXE = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

/** Accessibility faults of the page: WCAG 2.2 AA and best practices, by axe. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await evaluate<boolean>(page, `'axe' in globalThis`))) await evaluate(page, readFileSync(AXE, 'utf8'));
  return evaluate<string[]>(page, RUN_AXE);
}

/** As the developer tools do, and not by the page's own `eval`, which its policy may forbid. */
export async function evaluate<T>(page: Page, expression: string): Promise<T> {
  const tools = await page.context().newCDPSession(page);
  const { result, exceptionDetails } = await tools.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: !expression.startsWith('/*'),
  });
  await tools.detach();
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
