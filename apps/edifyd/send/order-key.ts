import { type Json, isObject } from '../json.js';

/** The default dedupe key names the first of these that an event has (contract, "Webhook"). */
const AUDIENCE = ['external_worker_id', 'email', 'learner_id', 'site'] as const;

/**
 * Identifies the data point of an event, less strictly than the engine's dedupe key, except for a topic that the signal
 * map adds. Events with the same key are never sent concurrently: a "resolve" must not overtake the "trigger" before it
 * in the file.
 */
export function orderKey(event: Json): string {
  const data = isObject(event['data']) ? event['data'] : {};
  const dedupeKey = textOf(data['dedupe_key']);
  if (dedupeKey !== '') return `key:${dedupeKey}`;
  const type = event['event'] === 'signal' ? textOf(data['type']) : textOf(event['event']).replace(/^signal\./, '');
  const audience = AUDIENCE.find((name) => textOf(data[name]) !== '');
  const named = audience === undefined ? '' : textOf(data[audience]);
  return JSON.stringify([type, audience ?? '', named, textOf(data['topic'])].map(withoutStyle));
}

/** Empty if it is no text, which the engine refuses, or blank, which counts as omitted. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

const BLANKS_AND_ACCENTS = /[\s\u0300-\u036F]+/g;

/** Texts that the engine takes for the same have the same form: those that differ only in case, accents or blanks. */
function withoutStyle(text: string): string {
  return text.normalize('NFKD').replaceAll(BLANKS_AND_ACCENTS, '').toLowerCase().replaceAll('ς', 'σ');
}
