import { siteKey } from '../names/name-key.js';
import type { WorkerRecord } from './worker-record.js';

/** The keys of the sites at which these workers are, each once. */
export function siteKeysOf(workers: ReadonlyArray<Pick<WorkerRecord, 'site'>>): string[] {
  return [...new Set(workers.flatMap(({ site }) => (site === null ? [] : [siteKey(site)])))];
}
