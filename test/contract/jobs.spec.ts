import { describe, expect, it } from '@jest/globals';
import { Module, type Type } from '@nestjs/common';
import { glob, readFile } from 'node:fs/promises';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import { ApiModule } from '../../apps/api/api.module.js';

/** Periodic tasks that the api runs, each with the reason. All others run in the worker. */
const TASKS_OF_API: Readonly<Record<string, string>> = {
  PostgresAttempts: 'deletes the attempts that the apis count, unless they count in Redis',
  RefusedEvents: 'stores what this api process has refused',
  SecretUses: 'stores the uses of secrets that this api process has seen',
};

/** The providers and controllers that a module class reaches through its imports. */
function reach(module: unknown, seen = new Set<unknown>()): string[] {
  const type = typeof module === 'object' && module !== null && 'module' in module ? module.module : module;
  if (typeof type !== 'function' || seen.has(module)) return [];
  seen.add(module);
  const list = (key: string): unknown[] => Reflect.getMetadata(key, type) ?? [];
  const own = [...list('providers'), ...list('controllers')].flatMap((provider) =>
    typeof provider === 'function' ? [provider.name] : [],
  );
  return [...own, ...list('imports').flatMap((imported) => reach(imported, seen))];
}

/** A module with providers of these names, and with imports. */
function moduleOf(providers: readonly string[], ...imports: Type[]): unknown {
  const named = (name: string): Type =>
    Object.defineProperty(
      class {
        readonly isPlanted = true;
      },
      'name',
      { value: name },
    );
  @Module({ imports, providers: providers.map(named) })
  class Planted {}
  return Planted;
}

/** Matches of a pattern with two groups in the sources of the libraries. */
async function inLibraries(pattern: RegExp): Promise<Array<readonly [string, string]>> {
  const found: Array<readonly [string, string]> = [];
  for await (const file of glob('libs/**/*.ts')) {
    if (file.endsWith('.spec.ts')) continue;
    for (const [, one = '', other = ''] of (await readFile(file, 'utf8')).matchAll(pattern)) found.push([one, other]);
  }
  return found;
}

const findContracts = async (): Promise<string[]> =>
  (await inLibraries(/export const (\w+) = define(?:Tenant|Wake)Job()/g)).map(([job]) => job);
const findHandlers = (): Promise<Handlers> => inLibraries(/@Handles\((\w+)\)\s*export class (\w+)/g);
const findTasks = async (): Promise<string[]> =>
  (await inLibraries(/export class (\w+) extends PeriodicTask\b()/g)).map(([name]) => name);

type Handlers = ReadonlyArray<readonly [job: string, handler: string]>;

/** Jobs without a handler, or with several. */
function faultsOfContracts(contracts: readonly string[], handlers: Handlers): string[] {
  return contracts.flatMap((job) => {
    const count = handlers.filter(([handled]) => handled === job).length;
    return count === 1 ? [] : [`${job} has ${count} handlers`];
  });
}

/** Handlers that run in the wrong processes. */
function faultsOfHandlers(handlers: Handlers, api: unknown, worker: unknown): string[] {
  const [ofApi, ofWorker] = [reach(api), reach(worker)];
  return [
    ...handlers
      .filter(([, handler]) => !ofWorker.includes(handler))
      .map(([, handler]) => `add ${handler} to the jobs.module.ts of its library, and that to worker.module.ts`),
    ...handlers
      .filter(([, handler]) => ofApi.includes(handler))
      .map(([, handler]) => `move ${handler} from http.module.ts to jobs.module.ts`),
    ...ofWorker
      .filter((name) => /Controller$|Route$|Guard$/.test(name))
      .map((name) => `move ${name} from jobs.module.ts to http.module.ts`),
  ];
}

/** Periodic tasks that run in the wrong processes. */
function faultsOfTasks(tasks: readonly string[], api: unknown, worker: unknown): string[] {
  const [ofApi, ofWorker] = [reach(api), reach(worker)];
  return [
    ...tasks
      .filter((name) => ofApi.includes(name) !== name in TASKS_OF_API)
      .map((name) => `move ${name} from http.module.ts to jobs.module.ts, or add it to TASKS_OF_API`),
    ...tasks
      .filter((name) => !ofWorker.includes(name) && !(name in TASKS_OF_API))
      .map((name) => `add ${name} to the jobs.module.ts of its library, and that to worker.module.ts`),
  ];
}

describe('every job', () => {
  it('has one contract, and one handler', async () => {
    const [contracts, handlers] = [await findContracts(), await findHandlers()];
    expect(contracts.length).toBeGreaterThan(5);
    expect(faultsOfContracts(contracts, handlers)).toEqual([]);
    expect(handlers.filter(([job]) => !contracts.includes(job))).toEqual([]);
  });

  it('runs only in the worker: the api loads no handler, and the worker no controller', async () => {
    expect(reach(ApiModule).length).toBeGreaterThan(10);
    expect(faultsOfHandlers(await findHandlers(), ApiModule, WorkerModule)).toEqual([]);
  });

  it('is reported if it has no handler or two, or runs in the wrong process', async () => {
    const handlers = await findHandlers();
    expect(faultsOfContracts(['ResolveNeeds', 'Forgotten'], handlers)).toEqual(['Forgotten has 0 handlers']);
    const twice = [...handlers, ['ResolveNeeds', 'SecondHandler'] as const];
    expect(faultsOfContracts(['ResolveNeeds'], twice)).toEqual(['ResolveNeeds has 2 handlers']);
    const resolve = handlers.filter(([job]) => job === 'ResolveNeeds');
    expect(faultsOfHandlers(resolve, ApiModule, moduleOf([]))).toEqual([
      'add ResolveNeedsHandler to the jobs.module.ts of its library, and that to worker.module.ts',
    ]);
    expect(faultsOfHandlers(resolve, moduleOf(['ResolveNeedsHandler'], ApiModule), WorkerModule)).toEqual([
      'move ResolveNeedsHandler from http.module.ts to jobs.module.ts',
    ]);
    expect(faultsOfHandlers([], ApiModule, moduleOf(['NeedsController'], WorkerModule))).toContain(
      'move NeedsController from jobs.module.ts to http.module.ts',
    );
  });

  it('has connections of its own if its queue is in PostgreSQL, which the guide counts', async () => {
    const { length: queues } = await inLibraries(/export const (\w+) = define(?:Tenant|Wake)Job/g);
    expect(await readFile('docs/deployment.md', 'utf8')).toContain(
      `${2 * queues} more (2 for each of its ${queues} queues), and a worker up to ${5 * queues} more.`,
    );
  });
});

describe('every periodic task', () => {
  it('runs in the worker, and in the api only with a reason', async () => {
    const tasks = await findTasks();
    expect(tasks.length).toBeGreaterThan(10);
    expect(faultsOfTasks(tasks, ApiModule, WorkerModule)).toEqual([]);
  });

  it('is reported if it runs in no worker, in an api without a reason, or not in the api despite one', () => {
    expect(faultsOfTasks(['Sweep'], ApiModule, moduleOf([]))).toEqual([
      'add Sweep to the jobs.module.ts of its library, and that to worker.module.ts',
    ]);
    const moved = (name: string): string =>
      `move ${name} from http.module.ts to jobs.module.ts, or add it to TASKS_OF_API`;
    expect(faultsOfTasks(['Sweep'], moduleOf(['Sweep'], ApiModule), WorkerModule)).toEqual([moved('Sweep')]);
    expect(faultsOfTasks(['RefusedEvents'], WorkerModule, WorkerModule)).toEqual([moved('RefusedEvents')]);
  });
});
