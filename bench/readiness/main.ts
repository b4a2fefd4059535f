import type pg from 'pg';
import { optionsOrExit } from '../harness/command-line.js';
import { type Ratio, median, percentile, ratioOf } from '../harness/figures.js';
import { finish, runOn } from '../harness/run.js';
import { busyNote, quiet } from '../harness/stage/other-load.js';
import { Stage } from '../harness/stage/stage.js';
import { changeWorkers, sendCohortNeed } from './changes.js';
import { type Options, USAGE, readOptions } from './options.js';
import { type Comparison, comparisonsOf } from './requests.js';
import { addTenants, externalWorkerId, seedFacts } from './seed.js';
import { BenchTenant } from './tenant.js';
import { ageBoard, markEverybody, recomputeBySql, upkeepDone } from './upkeep.js';

const SMALL = 1_000;
const MAX_CHANGE_MS = 1_000;
const MAX_COHORT_SECONDS = 5;
const MAX_GATE_MS = 10;
const COHORT_NEEDS = 3;
/** Checks that are not measured: the first ones on a connection to PostgreSQL are planned, and not yet compiled. */
const WARM_UP_CHECKS = 100;

const print = (line: string): void => console.log(line);

/** A figure with its bound, as a line of the table. */
interface Figure {
  readonly name: string;
  readonly figure: number;
  readonly atMost: number | null;
  readonly unit: string;
  readonly details: string;
}

function show({ name, figure, atMost, unit, details }: Figure): void {
  const bound = atMost === null ? '' : `at most ${atMost} ${unit}${figure > atMost ? '  MISSED' : ''}`;
  print(`  ${name.padEnd(58)}${`${figure.toFixed(2)} ${unit}`.padStart(12)}  ${details.padEnd(40)}  ${bound}`);
}

async function compare({ name, ours, theirs, atMost }: Comparison, rounds: number): Promise<Figure> {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const pair = { theirs: await theirs(), ours: await ours() };
    // The first round is a warm-up, and does not count.
    if (round === 0) continue;
    times.ours.push(pair.ours);
    times.theirs.push(pair.theirs);
  }
  const { median: figure, lowest, highest }: Ratio = ratioOf(times.ours, times.theirs);
  const details = `${median(times.ours).toFixed(2)} / ${median(times.theirs).toFixed(2)} ms (${lowest.toFixed(2)}–${highest.toFixed(2)})`;
  return { name, figure, atMost, unit: '×', details };
}

async function seed(stage: Stage, { workers, tenants }: Options): Promise<{ largeId: string; otherIds: string[] }> {
  const [large, small, ...others] = stage.tenants;
  if (large === undefined || small === undefined) throw new Error('a stage without tenants');
  await addTenants(stage.owner, 'beside-', Math.max(0, tenants - 1 - others.length));
  await seedFacts(stage.owner, 'beside-%', SMALL);
  for (const { slug } of [small, ...others]) await seedFacts(stage.owner, slug, SMALL);
  await seedFacts(stage.owner, large.slug, workers);
  await analyze(stage.owner);
  const { rows } = await stage.owner.query<{ id: string }>('select id from tenant where id <> $1', [large.tenantId]);
  return { largeId: large.tenantId, otherIds: rows.map(({ id }) => id) };
}

/** As autovacuum does a minute later. */
async function analyze(owner: pg.Client): Promise<void> {
  await owner.query('vacuum analyze');
}

async function recount(stage: Stage, options: Options): Promise<Figure[]> {
  const { owner } = stage;
  const { largeId, otherIds } = await seed(stage, options);
  const worker = await stage.processes.startWorker(null);
  await markEverybody(owner, otherIds);
  print(`  the others: ${(await upkeepDone(owner)).toFixed(1)} s`);
  const others = await quiet(options.patienceSeconds);
  await markEverybody(owner, [largeId]);
  const first = await upkeepDone(owner, largeId);
  await analyze(owner);
  await markEverybody(owner, [largeId]);
  const again = await upkeepDone(owner, largeId);
  await worker.stop();
  const plain = await recomputeBySql(stage, largeId);
  await ageBoard(owner);
  await analyze(owner);
  const details = (seconds: number): string =>
    `${seconds.toFixed(1)} / ${plain.toFixed(1)} s, ${Math.round(options.workers / seconds)} people/s${busyNote(others)}`;
  const figure = (name: string, seconds: number): Figure => ({
    name,
    figure: seconds / plain,
    atMost: null,
    unit: '×',
    details: details(seconds),
  });
  return [
    figure('everybody, nothing stored before / plain SQL', first),
    figure('everybody, as stored / plain SQL', again),
  ];
}

/** The gate beside what a request costs in any case, and what a statement does: in turns, one at a time. */
async function gate(stage: Stage, tenant: BenchTenant, port: number, options: Options): Promise<Figure[]> {
  const others = await quiet(options.patienceSeconds);
  const times = { gate: [] as number[], live: [] as number[], statement: [] as number[] };
  const check = (number: number): Promise<number> =>
    tenant.timed('POST', '/readiness/check', {
      workers: [{ externalWorkerId: externalWorkerId(1 + ((number * 37) % SMALL)) }],
    });
  for (let number = 0; number < WARM_UP_CHECKS; number++) await check(number);
  for (let number = 0; number < options.checks; number++) {
    times.gate.push(await check(number));
    times.live.push(await timed(async () => (await fetch(`http://127.0.0.1:${port}/engine/health/live`)).text()));
    times.statement.push(await timed(() => stage.owner.query('select 1')));
  }
  const p50 = median(times.gate);
  const over = (name: string, theirs: readonly number[]): Figure => ({
    name: `gate, one person / ${name}, p50`,
    figure: p50 / median(theirs),
    atMost: null,
    unit: '×',
    details: `${p50.toFixed(2)} / ${median(theirs).toFixed(2)} ms`,
  });
  const details = `p50 ${p50.toFixed(2)} ms, p95 ${percentile(times.gate, 0.95).toFixed(2)} ms${busyNote(others)}`;
  return [
    { name: 'gate, one person, p99', figure: percentile(times.gate, 0.99), atMost: MAX_GATE_MS, unit: 'ms', details },
    over('GET /engine/health/live', times.live),
    over('select 1', times.statement),
  ];
}

/** @returns milliseconds */
async function timed(call: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await call();
  return performance.now() - began;
}

async function changes(stage: Stage, tenant: BenchTenant, port: number, options: Options): Promise<Figure[]> {
  const [access] = stage.tenants;
  if (access === undefined) throw new Error('a stage without tenants');
  await stage.processes.startWorker(null);
  await changeWorkers(tenant, 1);
  const others = await quiet(options.patienceSeconds);
  const times = await changeWorkers(tenant, options.changes);
  const people = Math.floor(options.workers / 4);
  const seconds: number[] = [];
  for (let number = 1; number <= COHORT_NEEDS; number++) {
    seconds.push(await sendCohortNeed(tenant, access, port, { number, people }));
    await upkeepDone(stage.owner);
  }
  return [
    {
      name: 'change of one worker, until shown, the longest',
      figure: Math.max(...times),
      atMost: MAX_CHANGE_MS,
      unit: 'ms',
      details: `median ${median(times).toFixed(0)} ms${busyNote(others)}`,
    },
    {
      name: `need of a site of ${people}, until shown with all`,
      figure: median(seconds),
      atMost: MAX_COHORT_SECONDS,
      unit: 's',
      details: seconds.map((one) => one.toFixed(1)).join(' '),
    },
  ];
}

async function run(stage: Stage, options: Options): Promise<{ wrong: readonly string[] }> {
  const figures: Figure[] = [];
  const add = (figure: Figure): void => {
    show(figure);
    figures.push(figure);
  };
  for (const figure of await recount(stage, options)) add(figure);
  const { port } = await stage.processes.startApi(null);
  const [large, small] = await Promise.all(
    stage.tenants.slice(0, 2).map(async ({ slug, tenantId }) => {
      const token = await stage.processes.adminToken(port, slug);
      return new BenchTenant(port, token, slug, tenantId);
    }),
  );
  if (large === undefined || small === undefined) throw new Error('a stage without tenants');
  for (const comparison of await comparisonsOf(large, small)) add(await compare(comparison, options.rounds));
  for (const figure of await gate(stage, large, port, options)) add(figure);
  for (const figure of await changes(stage, large, port, options)) add(figure);
  const wrong = figures.flatMap(({ name, figure, atMost, unit }) =>
    atMost !== null && figure > atMost ? [`${name}: ${figure.toFixed(2)} ${unit}, at most ${atMost} ${unit}`] : [],
  );
  return finish({ options, figures, wrong }, options.jsonFile);
}

const options = optionsOrExit(readOptions, USAGE);
print(
  `${options.workers} workers in one tenant, ${SMALL} in each of ${options.tenants} beside, five reasons each; durable PostgreSQL, ${options.rounds} rounds`,
);
await runOn(
  () => Stage.start({}),
  (stage) => run(stage, options),
);
