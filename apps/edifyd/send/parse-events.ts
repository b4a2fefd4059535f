import { isObject } from '../json.js';
import { CommandError } from '../report.js';
import { orderKey } from './order-key.js';
import { splitValues } from './split-values.js';

/** A valid event, as in its file. */
export interface SendableEvent {
  readonly line: number;
  readonly text: string;
  /** Events with the same key are sent one after the other. */
  readonly key: string;
}

/** An invalid event, which is reported and never sent. */
export interface BrokenEvent {
  readonly line: number;
  readonly problem: string;
}

export type FoundEvent = SendableEvent | BrokenEvent;

/**
 * The events of a whole text: one object, an array of them, concatenated objects (as `jq` prints them), or one on
 * each line. In the last form an invalid line does not affect the others.
 * @throws CommandError if it is none of these
 */
export function eventsOfText(text: string): FoundEvent[] {
  const whole = parse(text);
  if ('value' in whole) return Array.isArray(whole.value) ? elementsOf(text, 1) : splitValues(text).map(eventOf);
  const pieces = splitValues(text).map(eventOf);
  if (pieces.every((piece) => 'key' in piece)) return pieces;
  const lines = text.split('\n').flatMap((line, index) => eventsOfLine(line, index + 1));
  if (lines.some((event) => 'key' in event)) return lines;
  throw new CommandError(
    `no event found: this is no JSON object, no array of them and not one on each line (${whole.problem})`,
    { code: 'invalid_json' },
  );
}

/** The events of one line of NDJSON: none in a blank line, one object, or several in an array. */
export function eventsOfLine(text: string, line: number): FoundEvent[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const parsed = parse(trimmed);
  return 'value' in parsed && Array.isArray(parsed.value)
    ? elementsOf(trimmed, line)
    : [eventOf({ text: trimmed, line })];
}

/** True if a line can be parsed without the following ones. */
export function standsAlone(line: string): boolean {
  const parsed = parse(line);
  return 'value' in parsed && typeof parsed.value === 'object' && parsed.value !== null;
}

function elementsOf(array: string, firstLine: number): FoundEvent[] {
  const before = array.slice(0, array.indexOf('['));
  const inside = array.slice(before.length + 1, array.lastIndexOf(']'));
  return splitValues(inside, firstLine + before.split('\n').length - 1).map(eventOf);
}

function eventOf({ text, line }: { text: string; line: number }): FoundEvent {
  const parsed = parse(text);
  if (!('value' in parsed)) return { line, problem: `no JSON: ${parsed.problem}` };
  if (!isObject(parsed.value)) return { line, problem: 'no JSON object' };
  return { line, text, key: orderKey(parsed.value) };
}

function parse(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'no JSON' };
  }
}
