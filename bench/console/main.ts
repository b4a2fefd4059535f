import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { optionsOrExit } from '../harness/command-line.js';
import { median, percentile } from '../harness/figures.js';
import { finish, runOn } from '../harness/run.js';
import { InboxStage } from '../inbox/stage.js';
import { InboxBrowser, type Measured, evaluate, firstRow, measuredOf, watchRows } from './inbox-page.js';
import { type LighthouseScores, rate } from './lighthouse.js';
import { type Options, USAGE, readOptions } from './options.js';

/** Debian's package. */
const CHROMIUM = '/usr/bin/chromium';

/** What the design asks for, on this machine. */
const MOST_FIRST_ROW_MS = 1_500;
const MOST_FILTER_MS = 300;
const MOST_INTERACTION_MS = 100;
const FEWEST_POINTS = 95;

const VIEWS = ['Blocking', 'Author one', 'Under way', 'Completed', 'All open'] as const;
const WHEEL_STEP = 400;
const WHEEL_STEPS = 120;

interface Figures {
  readonly firstRowMs: readonly number[];
  /** By view. */
  readonly filterMs: Readonly<Record<string, readonly number[]>>;
  readonly scrolled: Measured;
  readonly rowsScrolled: number;
  readonly interactions: Measured['interactions'];
  readonly lighthouse: LighthouseScores | null;
}

const print = (line: string): void => console.log(line);

/** Milliseconds from the click on a view until its first row is painted, measured in the page. */
async function filterTime(page: Page, view: string): Promise<number> {
  return evaluate<number>(
    page,
    `(async () => {
      const link = [...document.querySelectorAll('a')].find((one) => one.textContent.trim().startsWith(${JSON.stringify(view)}));
      const before = document.querySelector('tr[data-index]');
      const began = performance.now();
      link.click();
      while (!(location.search !== globalThis.measured.search && document.querySelector('tr[data-index]') !== before && document.querySelector('tr[data-index]')))
        await new Promise((frame) => requestAnimationFrame(frame));
      globalThis.measured.search = location.search;
      return performance.now() - began;
    })()`,
  );
}

async function scroll(page: Page): Promise<{ scrolled: Measured; rows: number }> {
  await page.locator('div.scroll').hover();
  await watchRows(page);
  for (let step = 0; step < WHEEL_STEPS; step++) {
    await page.mouse.wheel(0, WHEEL_STEP);
    await page.waitForTimeout(30);
  }
  const rows = await evaluate<number>(
    page,
    "Math.max(...[...document.querySelectorAll('tr[data-index]')].map((row) => Number(row.dataset.index)))",
  );
  return { scrolled: await measuredOf(page), rows };
}

/** What an admin does all day: moves, selects, opens, looks for a course, closes. */
async function work(page: Page): Promise<void> {
  await page.locator('tr[data-index]').first().click();
  await page.getByRole('button', { name: 'Offer' }).first().waitFor();
  for (const key of ['j', 'j', 'k', 'Escape', 'j', 'x', 'j', 'x', 'Escape', 'Escape']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  await page.keyboard.press('/');
  await page.keyboard.type('procedure 12', { delay: 60 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('read', { delay: 60 });
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
}

async function measure(browser: InboxBrowser, stage: InboxStage, { rounds, lighthouse }: Options): Promise<Figures> {
  const firstRowMs: number[] = [];
  const filterMs: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round++) {
    const { page, firstRowMs: ms, close } = await browser.open();
    if (round > 0) firstRowMs.push(ms);
    for (const view of VIEWS) {
      const took = await filterTime(page, view);
      if (round > 0) (filterMs[view] ??= []).push(took);
    }
    await close();
  }
  const { page, close } = await browser.open();
  const { scrolled, rows } = await scroll(page);
  await page.reload();
  await firstRow(page);
  await work(page);
  const { interactions } = await measuredOf(page);
  await close();
  const { url } = stage.large;
  const scores = lighthouse ? await rate(`${url}/needs`, browser.cookies, CHROMIUM) : null;
  return { firstRowMs, filterMs, scrolled, rowsScrolled: rows, interactions, lighthouse: scores };
}

/** The longest interaction but the worst of fifty, as INP counts. */
function interactionMs(interactions: Measured['interactions']): number {
  return percentile(
    interactions.map(({ duration }) => duration),
    0.98,
  );
}

function report({ firstRowMs, filterMs, scrolled, rowsScrolled, interactions, lighthouse }: Figures): string[] {
  const wrong: string[] = [];
  const line = (name: string, value: number, limit: number, unit: string): void => {
    print(`  ${name.padEnd(44)}${value.toFixed(0).padStart(7)} ${unit}  (at most ${limit})`);
    if (value > limit) wrong.push(`${name}: ${value.toFixed(0)} ${unit}, at most ${limit}`);
  };
  line('first view: until its first row', median(firstRowMs), MOST_FIRST_ROW_MS, 'ms');
  for (const [view, times] of Object.entries(filterMs))
    line(`view ${view}: until its first row`, median(times), MOST_FILTER_MS, 'ms');
  line('longest interaction but 2 %', interactionMs(interactions), MOST_INTERACTION_MS, 'ms');
  line(`frames with a blank, of ${scrolled.frames} over ${rowsScrolled} rows`, scrolled.blank, 0, '');
  for (const [category, points] of Object.entries(lighthouse ?? {})) {
    print(`  Lighthouse, ${category.padEnd(32)}${String(points).padStart(7)}     (at least ${FEWEST_POINTS})`);
    if (points < FEWEST_POINTS) wrong.push(`Lighthouse, ${category}: ${points}, at least ${FEWEST_POINTS}`);
  }
  return wrong;
}

async function run(stage: InboxStage, options: Options): Promise<{ wrong: readonly string[] }> {
  const browser = await InboxBrowser.signIn(CHROMIUM, stage.large);
  try {
    const figures = await measure(browser, stage, options);
    return finish({ options, figures, wrong: report(figures) }, options.jsonFile);
  } finally {
    await browser.close();
  }
}

const options = optionsOrExit(readOptions, USAGE);
if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is missing: apt-get install chromium`);
print(`the inbox of a tenant with ${options.needs} needs, in Chromium, ${options.rounds} rounds`);
await runOn(
  () => InboxStage.set({ needs: options.needs, beside: 0, rounds: options.rounds, jsonFile: null }),
  (stage) => run(stage, options),
);
