import { existsSync } from 'node:fs';
import { optionsOrExit } from '../harness/command-line.js';
import { median, percentile } from '../harness/figures.js';
import { finish, runOn } from '../harness/run.js';
import { InboxStage } from '../inbox/stage.js';
import { BoardStage } from './board-stage.js';
import { ConsoleBrowser, type ConsoleTenant, type Measured } from './console-browser.js';
import { type LighthouseScores, rate } from './lighthouse.js';
import { type Figures, measure } from './measure.js';
import { type Options, USAGE, readOptions } from './options.js';
import type { MeasuredPage } from './pages/measured-page.js';
import { NEEDS } from './pages/needs.js';
import { demoPages } from './pages/demo.js';
import { readinessPages } from './pages/readiness.js';

/** Debian's package. */
const CHROMIUM = '/usr/bin/chromium';

/** What the design asks for, on this machine. */
const MAX_FIRST_MS = 1_500;
const MAX_FILTER_MS = 300;
const MAX_INTERACTION_MS = 100;
const MIN_POINTS = 95;

const print = (line: string): void => console.log(line);

/** The longest interaction but the worst of fifty, as INP counts. */
function interactionMs(interactions: Measured['interactions']): number {
  return percentile(
    interactions.map(({ duration }) => duration),
    0.98,
  );
}

/** Prints the figures. @returns what exceeds its bound */
function report({ page, firstMs, filterMs, scrolled, interactions }: Figures): string[] {
  const wrong: string[] = [];
  const line = (name: string, value: number, limit: number | null, unit: string): void => {
    const bound = limit === null ? '' : `  (at most ${limit})`;
    print(`  ${`${page}, ${name}`.padEnd(52)}${value.toFixed(0).padStart(7)} ${unit.padEnd(2)}${bound}`);
    if (limit !== null && value > limit) wrong.push(`${page}, ${name}: ${value.toFixed(0)} ${unit}, at most ${limit}`);
  };
  line('until its first row', median(firstMs), MAX_FIRST_MS, 'ms');
  for (const [name, times] of Object.entries(filterMs)) line(name, median(times), MAX_FILTER_MS, 'ms');
  line('longest interaction but 2 %', interactionMs(interactions), MAX_INTERACTION_MS, 'ms');
  if (scrolled !== null) {
    line(`frames with a blank, of ${scrolled.frames} over ${scrolled.rows} rows`, scrolled.blank, 0, '');
    line('longest task meanwhile', scrolled.longestTask, null, 'ms');
  }
  return wrong;
}

function reportScores(page: string, scores: LighthouseScores): string[] {
  return Object.entries(scores).flatMap(([category, points]) => {
    print(
      `  ${`${page}, Lighthouse, ${category}`.padEnd(52)}${String(points).padStart(7)}     (at least ${MIN_POINTS})`,
    );
    return points < MIN_POINTS ? [`${page}, Lighthouse, ${category}: ${points}, at least ${MIN_POINTS}`] : [];
  });
}

async function run(
  tenant: ConsoleTenant,
  pages: readonly MeasuredPage[],
  options: Options,
): Promise<{ wrong: readonly string[] }> {
  const browser = await ConsoleBrowser.signIn(CHROMIUM, tenant);
  const [figures, scores, wrong]: [Figures[], Record<string, LighthouseScores>, string[]] = [[], {}, []];
  try {
    for (const page of pages) {
      const measured = await measure(browser, page, options.rounds);
      figures.push(measured);
      wrong.push(...report(measured));
      if (!options.lighthouse) continue;
      const points = await rate(`${tenant.url}${page.path}`, browser.cookies, CHROMIUM);
      scores[page.name] = points;
      wrong.push(...reportScores(page.name, points));
    }
    return finish({ options, figures, scores, wrong }, options.jsonFile);
  } finally {
    await browser.close();
  }
}

/** Has Lighthouse rate pages of an engine that runs. */
async function rateDemo({ demo, ...options }: Options): Promise<{ wrong: readonly string[] }> {
  const browser = await ConsoleBrowser.signIn(CHROMIUM, demo);
  const [scores, wrong]: [Record<string, LighthouseScores>, string[]] = [{}, []];
  try {
    for (const { name, path } of await demoPages(demo)) {
      try {
        const points = await rate(`${demo.url}${path}`, browser.cookies, CHROMIUM);
        scores[name] = points;
        wrong.push(...reportScores(name, points));
      } catch (error) {
        // On a busy machine Lighthouse may find no trace of a page. The others are rated all the same.
        wrong.push(`${name}, Lighthouse: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return finish({ page: options.page, scores, wrong }, options.jsonFile);
  } finally {
    await browser.close();
  }
}

const options = optionsOrExit(readOptions, USAGE);
if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is missing: apt-get install chromium`);
if (options.page === 'needs') {
  print(`the inbox of a tenant with ${options.needs} needs, in Chromium, ${options.rounds} rounds`);
  await runOn(
    () => InboxStage.start({ needs: options.needs, beside: 0, rounds: options.rounds, jsonFile: null }),
    (stage) => run(stage.large, [NEEDS], options),
  );
} else if (options.page === 'demo') {
  const { wrong } = await rateDemo(options);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} else {
  print(`the readiness of a tenant with ${options.workers} people, in Chromium, ${options.rounds} rounds`);
  await runOn(
    () => BoardStage.start(options.workers),
    (stage) => run(stage.tenant, readinessPages(stage.worst), options),
  );
}
