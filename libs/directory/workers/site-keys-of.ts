import { nameKeyOf } from '../names/name-key.js';
import type { WorkerRecord } from './worker-record.js';

/** The distinct keys of the sites of these workers. */
export function siteKeysOf(workers: ReadonlyArray<Pick<WorkerRecord, 'site'>>): string[] {
  return [...new Set(workers.flatMap(({ site }) => (site === null ? [] : [nameKeyOf(site)])))];
}
