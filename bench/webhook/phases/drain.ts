import type pg from 'pg';
import { backlog } from '../counts.js';
import type { ServerProcess } from '../stage/server-process.js';

const LOOK_EVERY_MS = 100;
const STUCK_AFTER_MS = 60_000;

/** How a backlog of needs was resolved while nothing new came. */
export interface Drain {
  readonly needs: number;
  readonly seconds: number;
  readonly perSecond: number;
}

/** Answers once the worker has begun to resolve: it has started and is at work. */
export async function firstProgress(owner: pg.Client, worker: ServerProcess): Promise<void> {
  const before = await backlog(owner);
  await until(worker, async () => (await backlog(owner)) < before || before === 0);
}

/** Waits until nothing is unresolved. @throws Error where nothing is resolved for a minute */
export async function drained(owner: pg.Client, worker: ServerProcess): Promise<Drain> {
  const began = performance.now();
  const needs = await backlog(owner);
  await until(worker, async () => {
    const left = await backlog(owner);
    return left === 0 ? true : left;
  });
  const seconds = (performance.now() - began) / 1000;
  return { needs, seconds, perSecond: needs / seconds };
}

/** Looks until the answer is true; an answer that stays the same for a minute is a worker that is stuck. */
async function until(worker: ServerProcess, look: () => Promise<boolean | number>): Promise<void> {
  let last: boolean | number = false;
  let changedAt = performance.now();
  for (;;) {
    const now = await look();
    if (now === true) return;
    worker.assertRunning();
    if (now !== last) changedAt = performance.now();
    last = now;
    if (performance.now() - changedAt > STUCK_AFTER_MS) throw new Error(`the worker has resolved nothing for ${STUCK_AFTER_MS / 1000} s; ${String(now)} needs wait`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
