import { describe, expect, it } from '@jest/globals';
import { glob, readFile } from 'node:fs/promises';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import { ApiModule } from '../../apps/api/api.module.js';

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

describe('every job', () => {
  it('has one contract, and one handler that the worker loads', async () => {
    const contracts: string[] = [];
    const handlers: Array<{ job: string; handler: string }> = [];
    for await (const file of glob('libs/**/*.ts')) {
      const text = await readFile(file, 'utf8');
      for (const [, name] of text.matchAll(/export const (\w+) = define(?:Tenant|Wake)?Job/g))
        if (name !== undefined) contracts.push(name);
      for (const [, job, handler] of text.matchAll(/@Handles\((\w+)\)\s*export class (\w+)/g))
        if (job && handler) handlers.push({ job, handler });
    }
    expect(contracts.length).toBeGreaterThan(0);
    expect(handlers.map(({ job }) => job).toSorted()).toEqual(contracts.toSorted());
    const loaded = reach(WorkerModule);
    for (const { handler } of handlers) expect(loaded).toContain(handler);
  });

  it('runs only in the worker: the api loads no handler, and the worker no controller', () => {
    expect(reach(ApiModule).filter((name) => /Handler$|^Sweep$|^Retention$/.test(name))).toEqual([]);
    expect(reach(WorkerModule).filter((name) => /Controller$|Route$|Guard$/.test(name))).toEqual([]);
    expect(reach(ApiModule).length).toBeGreaterThan(10);
  });
});
