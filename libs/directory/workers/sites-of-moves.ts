import { nameKeyOf } from '#platform/text';
import type { WorkerRecord } from './worker-record.js';

type Placed = Pick<WorkerRecord, 'site' | 'active'>;

/** The key of the site where a worker is now; null: at none, or the worker has left. */
function placeOf(worker: Placed | null): string | null {
  return worker === null || !worker.active || worker.site === null ? null : nameKeyOf(worker.site);
}

/** The distinct keys of the sites to which one of the workers comes, or from which one goes. */
export function sitesOfMoves(
  changes: ReadonlyArray<{ readonly before: Placed | null; readonly after: Placed | null }>,
): string[] {
  const keys = changes.flatMap(({ before, after }) => {
    const [from, to] = [placeOf(before), placeOf(after)];
    return from === to ? [] : [from, to];
  });
  return [...new Set(keys.filter((key) => key !== null))];
}
