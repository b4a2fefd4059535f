import { optionsOrExit } from '../harness/command-line.js';
import { median } from '../harness/figures.js';
import { finish, runOn } from '../harness/run.js';
import { type PageTimes, timesOf } from './measure.js';
import { type Options, USAGE, readOptions } from './options.js';
import { type PagePlan, planOf } from './plans.js';
import { QUERIES } from './queries.js';
import { InboxStage, SMALL } from './stage.js';

/** The maximum ratio of a page's time to that in the small tenant, and to that of the first page. */
const BY_SIZE = 2;
const BY_DEPTH = 1.5;

interface Finding {
  readonly times: PageTimes;
  readonly plan: PagePlan;
}

const print = (text: string): void => console.log(text);
const HEAD = ['small ms', 'large ms', '100th ms', 'by size', 'by depth', 'items', 'looks at', 'plan ms', 'run ms']
  .map((name) => name.padStart(10))
  .join('');

function lineOf({ times, plan }: Finding): string {
  const { query, small, large, later, bySize, byDepth, items, laterPage } = times;
  const figures = [median(small), median(large), median(later), bySize.median, byDepth.median].map((figure) =>
    figure.toFixed(2).padStart(10),
  );
  const shown = `${items.small}/${items.large}`.padStart(10);
  const cost = [plan.looksAt.toFixed(0), plan.planningMs.toFixed(1), plan.executionMs.toFixed(1)].map((text) =>
    text.padStart(10),
  );
  const note = laterPage < 100 ? `  (page ${laterPage} is the last)` : '';
  return `  ${decodeURIComponent(query || 'no filter').padEnd(62)}${figures.join('')}${shown}${cost.join('')}  ${plan.indexes.map((name) => name.replace('need_', '')).join(' ')}${note}`;
}

function wrongOf({ times: { query, bySize, byDepth }, plan }: Finding): string[] {
  const name = query || 'no filter';
  return [
    ...(bySize.median > BY_SIZE
      ? [`${name}: ${bySize.median.toFixed(2)} × the page of the small tenant, at most ${BY_SIZE} ×`]
      : []),
    ...(byDepth.median > BY_DEPTH
      ? [`${name}: the later page takes ${byDepth.median.toFixed(2)} × the first, at most ${BY_DEPTH} ×`]
      : []),
    ...plan.sequential.map((table) => `${name}: reads all of ${table}`),
    ...(plan.indexes.length === 0 ? [`${name}: uses no index of need`] : []),
  ];
}

async function run(stage: InboxStage, { rounds, ...options }: Options): Promise<{ wrong: readonly string[] }> {
  print(`  ${''.padEnd(62)}${HEAD}`);
  const findings: Finding[] = [];
  for (const query of QUERIES) {
    const finding = {
      times: await timesOf(stage, query, rounds),
      plan: await planOf(stage.client, stage.large.tenantId, query),
    };
    print(lineOf(finding));
    findings.push(finding);
  }
  const wrong = findings.flatMap((finding) => wrongOf(finding));
  const worst = (pick: (times: PageTimes) => number): string =>
    Math.max(...findings.map(({ times }) => pick(times))).toFixed(2);
  print(
    `\n  highest of ${findings.length}: by size ${worst(({ bySize }) => bySize.median)} × (at most ${BY_SIZE}), by depth ${worst(({ byDepth }) => byDepth.median)} × (at most ${BY_DEPTH})`,
  );
  return finish({ options: { rounds, ...options }, findings, wrong }, options.jsonFile);
}

const options = optionsOrExit(readOptions, USAGE);
print(
  `${options.needs} needs in one tenant, ${SMALL} in another and in each of ${options.beside} beside; durable PostgreSQL, ${options.rounds} rounds`,
);
await runOn(
  () => InboxStage.start(options),
  (stage) => run(stage, options),
);
