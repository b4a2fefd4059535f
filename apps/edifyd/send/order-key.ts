import { type Json, isObject } from '../json.js';

/** The parts of the default dedupe key (contract, "Webhook"). */
const PARTS = ['external_worker_id', 'email', 'learner_id', 'site', 'topic'] as const;

/**
 * Identifies the data point of an event, less strictly than the engine's dedupe key. Events with the same key are
 * never sent concurrently: a "resolve" must not overtake the "trigger" before it in the file.
 */
export function orderKey(event: Json): string {
  const data = isObject(event['data']) ? event['data'] : {};
  const dedupeKey = data['dedupe_key'];
  if (typeof dedupeKey === 'string' && dedupeKey.trim() !== '') return `key:${dedupeKey.trim()}`;
  const type = event['event'] === 'signal' ? data['type'] : String(event['event']).replace(/^signal\./, '');
  return JSON.stringify([type, ...PARTS.map((part) => data[part])]).toLowerCase();
}
