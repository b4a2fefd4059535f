import type { Page } from 'playwright-core';
import { type ConsoleBrowser, type Measured, ROW, evaluate, measuredOf, watchRows } from './console-browser.js';
import type { MeasuredPage } from './pages/measured-page.js';

const WHEEL_STEP = 400;
const WHEEL_STEPS = 120;
const WHEEL_MS = 30;
const SETTLED_MS = 300;

/** What was measured of a page. */
export interface Figures {
  readonly page: string;
  readonly firstMs: readonly number[];
  /** By filter. */
  readonly filterMs: Readonly<Record<string, readonly number[]>>;
  /** Null: the page has no list. */
  readonly scrolled: (Measured & { readonly rows: number }) | null;
  readonly interactions: Measured['interactions'];
}

export async function measure(browser: ConsoleBrowser, measured: MeasuredPage, rounds: number): Promise<Figures> {
  const { name, path, first, filters, hasRows, work } = measured;
  const firstMs: number[] = [];
  const filterMs: Record<string, number[]> = {};
  // The first round is a warm-up, and does not count.
  for (let round = 0; round <= rounds; round++) {
    const { page, firstMs: ms, close } = await browser.open(path, first);
    if (round > 0) firstMs.push(ms);
    for (const filter of filters) {
      const took = await filter.measure(page);
      if (round > 0) (filterMs[filter.name] ??= []).push(took);
    }
    await close();
  }
  const { page, close } = await browser.open(path, first);
  const scrolled = hasRows ? await scroll(page) : null;
  await page.reload();
  await page.locator(first).first().waitFor();
  await work(page);
  const { interactions } = await measuredOf(page);
  await close();
  return { page: name, firstMs, filterMs, scrolled, interactions };
}

/** From where the list begins, by the wheel. */
async function scroll(page: Page): Promise<Measured & { readonly rows: number }> {
  await page.locator('div.scroll').hover();
  await evaluate(page, `document.querySelector('${ROW}').scrollIntoView()`);
  await page.waitForTimeout(SETTLED_MS);
  await watchRows(page);
  for (let step = 0; step < WHEEL_STEPS; step++) {
    await page.mouse.wheel(0, WHEEL_STEP);
    await page.waitForTimeout(WHEEL_MS);
  }
  const rows = await evaluate<number>(
    page,
    `Math.max(...[...document.querySelectorAll('${ROW}')].map((row) => Number(row.dataset.index)))`,
  );
  return { ...(await measuredOf(page)), rows };
}
