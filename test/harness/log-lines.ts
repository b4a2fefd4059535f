import { expect } from '@jest/globals';
import type { EngineProcess } from './engine-process.js';
import { eventually } from './eventually.js';

/** A line of the log of a process, by pino. */
export type LogLine = Record<string, unknown>;

export function linesOf({ output }: EngineProcess): LogLine[] {
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LogLine);
}

/** The only line about a call. */
export async function lineOfCall(process: EngineProcess, requestId: string): Promise<LogLine> {
  const lines = (): LogLine[] =>
    linesOf(process).filter((line) => line['requestId'] === requestId && line['route'] !== undefined);
  await eventually(async () => expect(lines()).toHaveLength(1));
  return lines()[0] ?? {};
}

/** Waits until the log of a process has a line with these fields. */
export function expectLine(process: EngineProcess, fields: LogLine): Promise<void> {
  return eventually(async () => expect(linesOf(process)).toContainEqual(expect.objectContaining(fields)));
}

/** Makes 600 calls, thirty at a time. */
export async function callManyTimes(call: () => Promise<unknown>): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.all(Array.from({ length: 30 }, call));
}

/**
 * Expects that a flood of 600 calls has lines for twenty of them a second, and a summary of the others.
 * @param isOfCall whether a line is about such a call
 * @param summary such as `… and 7 more refused`, with the number as its group
 * @returns the lines about such calls
 */
export async function expectSummary(
  process: EngineProcess,
  isOfCall: (line: LogLine) => boolean,
  summary: RegExp,
  flood: () => Promise<unknown>,
): Promise<LogLine[]> {
  const lines = (): LogLine[] => linesOf(process).filter(isOfCall);
  const summarized = (): number =>
    linesOf(process).reduce((sum, { msg }) => sum + Number(summary.exec(String(msg))?.[1] ?? 0), 0);
  const before = lines().length;
  const began = performance.now();
  await flood();
  const seconds = Math.ceil((performance.now() - began) / 1_000) + 1;
  await eventually(async () => expect(lines().length - before + summarized()).toBe(600));
  expect(lines().length - before).toBeLessThanOrEqual(20 * seconds);
  return lines();
}
