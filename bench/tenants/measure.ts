import { setTimeout as sleep } from 'node:timers/promises';
import { median, percentile } from '../harness/figures.js';
import { busyCores, quiet } from '../harness/stage/other-load.js';
import type { ServerProcess } from '../harness/stage/server-process.js';
import type { Stage } from '../harness/stage/stage.js';
import { tenantSlug } from '../harness/world.js';
import type { Options } from './options.js';

/** After the first sweeps, and what the engine does later than its start. */
const SETTLED_MS = 20_000;
const LISTS = 20;
const SCRAPES = 5;

/** What an engine with so many idle tenants takes: times in milliseconds, memory in MiB. */
export interface Figures {
  readonly tenants: number;
  readonly apiStart: number;
  readonly workerStart: number;
  readonly apiMemory: number;
  readonly workerMemory: number;
  /** What is in use after all garbage was collected: resident memory also depends on when V8 last did that. */
  readonly apiRetained: number;
  readonly workerRetained: number;
  /** Cores in use while nothing happens. */
  readonly apiCores: number;
  readonly workerCores: number;
  readonly databaseCores: number;
  /** A change of a tenant by the operator, and the processor time of the api and the worker for it. */
  readonly change: number;
  readonly changeP95: number;
  readonly apiPerChange: number;
  readonly workerPerChange: number;
  /** A page of the operator's list, and the metrics of the worker. */
  readonly list: number;
  readonly metrics: number;
}

/** One api and one worker on the tenants of a stage, to which nobody sends anything. */
export async function measure(stage: Stage, { idleSeconds, changes, patienceSeconds }: Options): Promise<Figures> {
  await stage.settle();
  await quiet(patienceSeconds);
  const [api, apiStart] = await started(() => stage.processes.startApi(null));
  const [worker, workerStart] = await started(() => stage.processes.startWorker(null));
  await sleep(SETTLED_MS);
  const before = [api.processorSeconds(), worker.processorSeconds()] as const;
  const all = await busyCores(idleSeconds * 1_000);
  const apiCores = (api.processorSeconds() - before[0]) / idleSeconds;
  const workerCores = (worker.processorSeconds() - before[1]) / idleSeconds;
  const memory = { apiMemory: api.residentMemory(), workerMemory: worker.residentMemory() };
  const changed = await changeTenants(stage, api, worker, changes);
  const list = await times(LISTS, () => stage.processes.operator(api.port, 'GET', '?limit=100'));
  const metrics = await times(SCRAPES, () => worker.probe('/metrics'));
  const retained = { apiRetained: await api.retainedHeap(), workerRetained: await worker.retainedHeap() };
  return {
    tenants: stage.tenants.length,
    apiStart,
    workerStart,
    ...memory,
    apiCores,
    workerCores,
    databaseCores: Math.max(0, all - apiCores - workerCores),
    ...changed,
    ...retained,
    list: median(list),
    metrics: median(metrics),
  };
}

async function started(start: () => Promise<ServerProcess>): Promise<[ServerProcess, number]> {
  const began = performance.now();
  const server = await start();
  await server.untilReady();
  return [server, performance.now() - began];
}

async function changeTenants(
  stage: Stage,
  api: ServerProcess,
  worker: ServerProcess,
  changes: number,
): Promise<Pick<Figures, 'change' | 'changeP95' | 'apiPerChange' | 'workerPerChange'>> {
  const before = [api.processorSeconds(), worker.processorSeconds()] as const;
  let changed = 0;
  const taken = await times(changes, () => {
    const index = changed++ % stage.tenants.length;
    const body = { name: `Changed ${index}`, plan: 'free', status: 'active', rateLimit: 1_000 + index };
    return stage.processes.operator(api.port, 'PATCH', `/${tenantSlug(index)}`, body);
  });
  // Processes that are notified of a change may handle it after its response.
  await sleep(1_000);
  return {
    change: median(taken),
    changeP95: percentile(taken, 0.95),
    apiPerChange: ((api.processorSeconds() - before[0]) / changes) * 1_000,
    workerPerChange: ((worker.processorSeconds() - before[1]) / changes) * 1_000,
  };
}

async function times(count: number, call: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < count; round++) {
    const began = performance.now();
    await call();
    taken.push(performance.now() - began);
  }
  return taken;
}
