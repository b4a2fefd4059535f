import type { BrowserContext, BrowserContextOptions, Locator, Page, Request } from 'playwright-core';
import { accessibilityFaults, evaluate } from './chromium.js';
import { Browser, PASSWORD } from './browser.js';
import { ReusedPages } from './reused-pages.js';
import { scaled } from './scale.js';
import type { TestTenant } from './tenant.js';

const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Chromium with pages of the console, under the policy that the engine sends. */
export class ConsoleBrowser {
  /**
   * Errors that pages logged: of scripts, and of the content security policy. Failed responses of the API are not among
   * them.
   */
  readonly faults: string[] = [];
  private readonly pages = new ReusedPages();

  /** A page in a context of its own, until {@link giveBack}; without cookies it has no session. */
  async open(
    url: string,
    options: BrowserContextOptions = DESKTOP,
    cookies: Parameters<BrowserContext['addCookies']>[0] = [],
  ): Promise<Page> {
    const page = await this.pages.take(options);
    await page.context().addCookies(cookies);
    page.on('pageerror', ({ message }) => this.faults.push(message));
    page.on('console', (message) => {
      const isAnswer = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isAnswer) this.faults.push(message.text());
    });
    await page.goto(url);
    return page;
  }

  /** A page of a signed-in user. `sign-in.spec.ts` tests the sign-in page itself. */
  async signIn(
    tenant: TestTenant,
    email: string,
    { path = '/', phone = false }: { path?: string; phone?: boolean } = {},
  ): Promise<Page> {
    const session = new Browser(tenant.url);
    await session.logIn(tenant.slug, email, PASSWORD);
    const cookies = [...session.cookies].map(([name, value]) => ({ name, value, url: tenant.url }));
    return this.open(`${tenant.url}${path}`, phone ? PHONE : DESKTOP, cookies);
  }

  /** Ends the use of all pages, at the end of a test. */
  giveBack(): Promise<void> {
    return this.pages.giveBack();
  }
}

/** Fills in the form of the sign-in page, and sends it. */
export async function enter(page: Page, tenant: string, email: string, password: string): Promise<void> {
  await page.getByLabel('Tenant').fill(tenant);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs a user in, in another tab of the browser of a page. */
export async function signInInOtherTab(page: Page, tenant: TestTenant, email: string): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(`${tenant.url}/login`);
  await enter(other, tenant.slug, email, PASSWORD);
  await other.getByRole('heading', { level: 1, name: 'Training needs' }).waitFor();
  await other.close();
}

/** How long a page must send no request to count as loaded: a response may cause the next request. */
const QUIET_MS = 50;

/**
 * What a link of the console does: its router, which TanStack Router shows to developer tools, renders another page,
 * and no script is loaded and compiled again.
 */
const navigationTo = (path: string): string => `(async () => {
  const router = self.__TSR_ROUTER__;
  await router.navigate({ href: ${JSON.stringify(path)} });
  const { location, resolvedLocation } = router.stores;
  while (resolvedLocation.get()?.href !== location.get().href) await new Promise(requestAnimationFrame);
})()`;

/** Leads from a page of the console to another one: by its router, and in the full form by loading it. */
export const goTo = scaled<(page: Page, path: string) => Promise<unknown>>(
  (page, path) => evaluate(page, navigationTo(path)),
  (page, path) => page.goto(new URL(path, page.url()).href),
);

/** Goes to another page of the console, and waits for the responses to its requests. */
export async function visit(page: Page, path: string): Promise<void> {
  const open = new Set<Request>();
  const began = (request: Request): unknown => request.resourceType() === 'fetch' && open.add(request);
  const ended = (request: Request): unknown => open.delete(request);
  page.on('request', began).on('requestfinished', ended).on('requestfailed', ended);
  await goTo(page, path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  let isQuiet = false;
  while (!isQuiet) {
    isQuiet = open.size === 0;
    await page.waitForTimeout(QUIET_MS);
    isQuiet &&= open.size === 0;
  }
  page.off('request', began).off('requestfinished', ended).off('requestfailed', ended);
}

/** Clicks a button of the open dialog. */
export function clickInDialog(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole('dialog').getByRole('button', { name }).click();
}

/** Whether an element, or the text in it, is cut. */
export function isCut(element: Locator): Promise<boolean> {
  return element.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
}

/** Cancels a dialog, and waits until it is closed. */
export async function cancel(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
}

const THEMES = ['light', 'dark'] as const;
/**
 * The themes to check. In the short form one of them, chosen by the length of the name, so that each theme is checked
 * on some pages.
 */
const themesOf = (name: string) =>
  scaled<ReadonlyArray<(typeof THEMES)[number]>>([name.length % 2 === 0 ? 'light' : 'dark'], THEMES);

/** Ends transitions that began before motion was reduced: a toast that fades in has too little contrast. */
const END_TRANSITIONS = `document.getAnimations().forEach((animation) => {
  if (animation.effect.getComputedTiming().endTime !== Infinity) animation.finish();
})`;

/**
 * The violations that axe finds on a page, in both themes in the full form, and whether the page is wider than the
 * screen. If `SCREENSHOTS` is the path of a folder, screenshots are written there.
 */
export async function look(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of themesOf(name)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await evaluate(page, END_TRANSITIONS);
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}, ${colorScheme}: ${fault}`));
    const folder = process.env['SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` });
  }
  if (await evaluate<boolean>(page, 'document.documentElement.scrollWidth > innerWidth'))
    faults.push(`${name} is wider than the screen`);
  return faults;
}
