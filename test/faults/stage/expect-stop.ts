import { expect } from '@jest/globals';
import type { EngineProcess } from '../../harness/engine-process.js';

/** Contract of a stop: status 0 within ten seconds. */
const STOP_SECONDS = 10;

/** Expects a process to end with status 0, and without an error in its log. @returns the seconds until it had ended */
export async function expectStop(process: EngineProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number> {
  const began = performance.now();
  process.send(signal);
  const status = await process.ended;
  const seconds = (performance.now() - began) / 1_000;
  expect({ status, output: process.output }).toEqual({ status: 0, output: expect.not.stringMatching(/"level":[56]0/) });
  expect(seconds).toBeLessThan(STOP_SECONDS);
  return seconds;
}
