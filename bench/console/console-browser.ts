import { randomBytes } from 'node:crypto';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';

const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
/** A row of a list of which only the part in sight is in the page. */
export const ROW = 'tr[data-index]';

/** Where what is measured is, and who may sign in there. */
export interface ConsoleTenant {
  readonly slug: string;
  /** Where its API and its console are: `http://127.0.0.1:port`. */
  readonly url: string;
  readonly adminToken: string;
}

/** Longer interactions are observed; the API of browsers has no shorter ones. */
const MIN_OBSERVED_MS = 16;

/**
 * Observes how long the page takes to show what each interaction changes (Event Timing, as INP does), and long tasks.
 */
const OBSERVE = `
  globalThis.measured = { interactions: [], longestTask: 0, frames: 0, blank: 0 };
  new PerformanceObserver((list) => {
    for (const { name, duration, interactionId } of list.getEntries())
      if (interactionId > 0) globalThis.measured.interactions.push({ name, duration });
  }).observe({ type: 'event', durationThreshold: ${MIN_OBSERVED_MS} });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      globalThis.measured.longestTask = Math.max(globalThis.measured.longestTask, duration);
  }).observe({ type: 'longtask' });`;

/** Counts the frames in which a part of the list that is in sight shows no row, and forgets earlier long tasks. */
const WATCH_ROWS = `(() => {
  globalThis.measured.longestTask = 0;
  const place = document.querySelector('div.scroll');
  const watch = () => {
    const { left, top, bottom } = place.getBoundingClientRect();
    globalThis.measured.frames += 1;
    const shown = [0.2, 0.5, 0.8].map((share) => document.elementFromPoint(left + 200, top + (bottom - top) * share));
    if (shown.some((element) => !element?.closest('tr[data-index]'))) globalThis.measured.blank += 1;
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
})()`;

export interface Measured {
  readonly interactions: ReadonlyArray<{ readonly name: string; readonly duration: number }>;
  /** Milliseconds; 0: none of more than 50. */
  readonly longestTask: number;
  readonly frames: number;
  readonly blank: number;
}

/** The console of a tenant in Chromium, as a signed-in admin sees it. */
export class ConsoleBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly tenant: ConsoleTenant,
    private readonly session: Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>,
  ) {}

  /** @param program Chromium's */
  static async signIn(program: string, tenant: ConsoleTenant): Promise<ConsoleBrowser> {
    const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
    const { email, password } = await createUser(tenant);
    const context = await browser.newContext(DESKTOP);
    const page = await context.newPage();
    await page.goto(tenant.url);
    await page.getByLabel('Tenant').fill(tenant.slug);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator(ROW).first().waitFor();
    const session = await context.storageState();
    await context.close();
    return new ConsoleBrowser(browser, tenant, session);
  }

  /** The session's cookies, as a header. */
  get cookies(): string {
    return this.session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /**
   * Opens a page with nothing in the cache.
   * @param first CSS of what is there once the page can be read
   * @returns the page, and milliseconds until that is there
   */
  async open(path: string, first: string): Promise<{ page: Page; firstMs: number; close: () => Promise<void> }> {
    const context = await this.browser.newContext({ ...DESKTOP, storageState: this.session });
    const page = await context.newPage();
    await page.addInitScript(OBSERVE);
    const began = performance.now();
    await page.goto(`${this.tenant.url}${path}`, { waitUntil: 'commit' });
    await page.locator(first).first().waitFor();
    return { page, firstMs: performance.now() - began, close: () => context.close() };
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

export function watchRows(page: Page): Promise<void> {
  return evaluate(page, WATCH_ROWS);
}

export function measuredOf(page: Page): Promise<Measured> {
  return evaluate<Measured>(page, 'globalThis.measured');
}

/** As the developer tools do: the page's policy forbids `eval`. */
export async function evaluate<T>(page: Page, expression: string): Promise<T> {
  const tools = await page.context().newCDPSession(page);
  const { result, exceptionDetails } = await tools.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await tools.detach();
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

async function createUser({ url, adminToken }: ConsoleTenant): Promise<{ email: string; password: string }> {
  // Another one each time: the engine may keep those of earlier runs.
  const email = `ana-${randomBytes(4).toString('hex')}@bench.example`;
  const password = randomBytes(12).toString('base64url');
  const send = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${url}/engine/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`POST ${path} answers ${response.status}: ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  };
  const { invitation } = (await send('admin/users', { email, name: 'Ana', role: 'admin' })) as {
    invitation: { token: string };
  };
  await send('auth/password', { token: invitation.token, password });
  return { email, password };
}
