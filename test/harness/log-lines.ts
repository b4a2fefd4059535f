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

/** The sum of the numbers in messages such as `… and 7 more refused`. */
export function countedIn(lines: readonly LogLine[], message: RegExp): number {
  return lines.reduce((sum, { msg }) => sum + Number(message.exec(String(msg))?.[1] ?? 0), 0);
}

/** Makes 600 calls, thirty at a time. */
export async function callManyTimes(call: () => Promise<unknown>): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.all(Array.from({ length: 30 }, call));
}
