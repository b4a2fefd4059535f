import { describe, expect, it } from '@jest/globals';
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

/** Matches of a pattern with two groups in the sources of the libraries. */
async function inLibraries(pattern: RegExp): Promise<Array<readonly [string, string]>> {
  const found: Array<readonly [string, string]> = [];
  for await (const file of glob('libs/**/*.ts')) {
    if (file.endsWith('.spec.ts')) continue;
    for (const [, one = '', other = ''] of (await readFile(file, 'utf8')).matchAll(pattern)) found.push([one, other]);
  }
  return found;
}

const findHandlers = (): Promise<Array<readonly [job: string, handler: string]>> =>
  inLibraries(/@Handles\((\w+)\)\s*export class (\w+)/g);

describe('every job', () => {
  it('has one contract, and one handler that the worker loads', async () => {
    const contracts = await inLibraries(/export const (\w+) = define(?:Tenant|Wake)Job/g);
    const handlers = await findHandlers();
    expect(contracts.length).toBeGreaterThan(0);
    expect(handlers.map(([job]) => job).toSorted()).toEqual(contracts.map(([job]) => job).toSorted());
    const loaded = reach(WorkerModule);
    const missing = handlers.filter(([, handler]) => !loaded.includes(handler));
    expect(missing.map(([, handler]) => `add ${handler} to the jobs.module.ts of its library`)).toEqual([]);
  });

  it('runs only in the worker: the api loads no handler, and the worker no controller', async () => {
    const handlers = new Set((await findHandlers()).map(([, handler]) => handler));
    const ofApi = reach(ApiModule);
    expect(ofApi.filter((name) => handlers.has(name))).toEqual([]);
    expect(reach(WorkerModule).filter((name) => /Controller$|Route$|Guard$/.test(name))).toEqual([]);
    expect(ofApi.length).toBeGreaterThan(10);
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
    const tasks = (await inLibraries(/export class (\w+) extends (PeriodicTask)\b/g)).map(([name]) => name);
    expect(tasks.length).toBeGreaterThan(10);
    const [ofApi, ofWorker] = [reach(ApiModule), reach(WorkerModule)];
    const misplaced = tasks.filter((name) => ofApi.includes(name) !== name in TASKS_OF_API);
    expect(
      misplaced.map((name) => `move ${name} from http.module.ts to jobs.module.ts, or add it to TASKS_OF_API`),
    ).toEqual([]);
    const unused = tasks.filter((name) => !ofWorker.includes(name) && !(name in TASKS_OF_API));
    expect(unused.map((name) => `add ${name} to the jobs.module.ts of its library`)).toEqual([]);
  });
});
