import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright-core';

/** The path of Debian's package. */
const PROGRAM = '/usr/bin/chromium';

/**
 * The features that Playwright disables, and the popups of the address bar: Chromium renders two of them, unseen, for
 * each context, which takes half a second. They are in one list, because Chromium reads only the last
 * `--disable-features`.
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

/** Null: it is not installed, and the tests that need it are skipped. */
export const chromiumProgram = existsSync(PROGRAM) ? PROGRAM : null;
if (chromiumProgram === null) console.error(`No ${PROGRAM}: the tests of pages in a browser are skipped.`);

declare global {
  /** test/harness/native/shared.js */
  var sharedBrowsers: Map<'chromium', Promise<Browser>>;
}

/** One test file's contexts in the shared Chromium: they share no cookies with those of other files. */
export class TestChromium {
  private readonly contexts: BrowserContext[] = [];

  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<TestChromium> {
    return new TestChromium(await sharedChromium());
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

/** The Chromium that the test files of this process share. */
export async function sharedChromium(): Promise<Browser> {
  let running = sharedBrowsers.get('chromium');
  if (running === undefined || !(await running).isConnected()) {
    running = start();
    sharedBrowsers.set('chromium', running);
    running.catch(() => sharedBrowsers.delete('chromium'));
  }
  return running;
}

function start(): Promise<Browser> {
  return chromium.launch({
    executablePath: PROGRAM,
    args: ['--no-sandbox', `--disable-features=${DISABLED_FEATURES.join(',')}`],
  });
}

const require = createRequire(import.meta.url);
/** The minified build, because each page parses it again. */
const AXE = require.resolve('axe-core/axe.min.js');

/** Returns violations only: for passed rules, axe would compute a selector for each element. */
const RUN_AXE = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

/** Accessibility faults of the page: WCAG 2.2 AA and best practices, by axe. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (!(await evaluate<boolean>(page, `'axe' in globalThis`))) await evaluate(page, readFileSync(AXE, 'utf8'));
  return evaluate<string[]>(page, RUN_AXE);
}

/** Evaluates an expression like the developer tools, not by the page's own `eval`, which its policy may forbid. */
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
