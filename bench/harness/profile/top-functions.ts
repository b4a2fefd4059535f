import { readFileSync, readdirSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { join } from 'node:path';

const SHOWN = 25;

/**
 * The functions in which the profiled processes spent most time themselves, as lines to print; idle time and the
 * profiler's own are left out.
 */
export function topFunctions(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.cpuprofile'))
    .flatMap((file) => {
      const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profiler.Profile;
      return ['', `${file}: share of the time not idle, by function`, ...shares(profile)];
    });
}

function shares({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): string[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const byName = new Map<string, number>();
  samples.forEach((id, index) => {
    const name = names.get(id) ?? '';
    byName.set(name, (byName.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  });
  for (const name of byName.keys())
    if (name === '(idle)' || name.startsWith('post  node:inspector')) byName.delete(name);
  const total = [...byName.values()].reduce((sum, time) => sum + time, 0);
  return [...byName]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([name, time]) => `  ${((100 * time) / total).toFixed(1).padStart(5)} %  ${name}`);
}

function nameOf({ functionName, url, lineNumber }: Profiler.Profile['nodes'][number]['callFrame']): string {
  const place = url.replace(/^file:\/\//, '').replace(/^.*\/(?=node_modules\/|dist\/)/, '');
  return place === '' ? functionName : `${functionName || '(anonymous)'}  ${place}:${lineNumber + 1}`;
}
