import { type Json, isObject } from '../json.js';

/** What the default dedupe key is made of (contract, "Webhook"). */
const PARTS = ['external_worker_id', 'email', 'learner_id', 'site', 'topic'] as const;

/**
 * Names the data point that an event is about, coarser rather than finer than the engine's own dedupe key. Events that
 * share one are never in flight together: a "resolve" must not overtake the "trigger" that stands before it in the
 * file.
 */
export function orderKey(event: Json): string {
  const data = isObject(event['data']) ? event['data'] : {};
  const dedupeKey = data['dedupe_key'];
  if (typeof dedupeKey === 'string' && dedupeKey.trim() !== '') return `key:${dedupeKey.trim()}`;
  const type = event['event'] === 'signal' ? data['type'] : String(event['event']).replace(/^signal\./, '');
  return JSON.stringify([type, ...PARTS.map((part) => data[part])]).toLowerCase();
}
