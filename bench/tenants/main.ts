import { optionsOrExit } from '../harness/command-line.js';
import { finish, runOn } from '../harness/run.js';
import { Stage } from '../harness/stage/stage.js';
import { type Figures, measure } from './measure.js';
import { USAGE, readOptions } from './options.js';

const print = (line: string): void => console.log(line);
const options = optionsOrExit(readOptions, USAGE);
const figures: Figures[] = [];

print(`idle tenants: ${options.tenants.join(', ')}; one api, one worker, durable PostgreSQL, the queue in PostgreSQL`);
for (const tenants of options.tenants)
  await runOn(
    () => Stage.start({ fleet: { tenants, workers: 1, spread: 'even' }, readsHeap: true }),
    async (stage) => {
      figures.push(await measure(stage, options));
      return { wrong: [] };
    },
  );
for (const line of lines(figures)) print(line);
finish({ options, figures, perTenant: perTenant(figures), wrong: [] }, options.jsonFile);

function lines(all: readonly Figures[]): string[] {
  const row = (name: string, pick: (figure: Figures) => number, digits: number): string =>
    `  ${name.padEnd(42)}${all.map((figure) => pick(figure).toFixed(digits).padStart(10)).join('')}`;
  const tenant = perTenant(all);
  return [
    row('tenants', ({ tenants }) => tenants, 0),
    row('api ready after, ms', ({ apiStart }) => apiStart, 0),
    row('worker ready after, ms', ({ workerStart }) => workerStart, 0),
    row('api, MiB', ({ apiMemory }) => apiMemory, 1),
    row('worker, MiB', ({ workerMemory }) => workerMemory, 1),
    row('api without garbage, MiB', ({ apiRetained }) => apiRetained, 1),
    row('worker without garbage, MiB', ({ workerRetained }) => workerRetained, 1),
    row('api idle, cores', ({ apiCores }) => apiCores, 3),
    row('worker idle, cores', ({ workerCores }) => workerCores, 3),
    row('PostgreSQL and others idle, cores', ({ databaseCores }) => databaseCores, 3),
    row('a change of a tenant, p50 ms', ({ change }) => change, 1),
    row('a change of a tenant, p95 ms', ({ changeP95 }) => changeP95, 1),
    row('  processor time of the api, ms', ({ apiPerChange }) => apiPerChange, 1),
    row('  processor time of the worker, ms', ({ workerPerChange }) => workerPerChange, 1),
    row("a page of the operator's list, p50 ms", ({ list }) => list, 1),
    row('metrics of the worker, p50 ms', ({ metrics }) => metrics, 1),
    `  an idle tenant takes ${tenant.api.toFixed(1)} kB of the api, ${tenant.worker.toFixed(1)} kB of the worker`,
    `  of which it keeps ${tenant.apiRetained.toFixed(1)} kB and ${tenant.workerRetained.toFixed(1)} kB after garbage collection`,
  ];
}

interface PerTenant {
  readonly api: number;
  readonly worker: number;
  readonly apiRetained: number;
  readonly workerRetained: number;
}

/** The memory of an idle tenant in kB, from the smallest and the largest number of tenants. */
function perTenant(all: readonly Figures[]): PerTenant {
  const [few, ...others] = all.toSorted((a, b) => a.tenants - b.tenants);
  const many = others.at(-1);
  const of = (pick: (figure: Figures) => number): number =>
    few === undefined || many === undefined
      ? Number.NaN
      : ((pick(many) - pick(few)) * 1_024) / (many.tenants - few.tenants);
  return {
    api: of(({ apiMemory }) => apiMemory),
    worker: of(({ workerMemory }) => workerMemory),
    apiRetained: of(({ apiRetained }) => apiRetained),
    workerRetained: of(({ workerRetained }) => workerRetained),
  };
}
