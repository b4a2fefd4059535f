import type pg from 'pg';
import { backlog, waitingMarks } from './counts.js';
import type { ServerProcess } from './stage/server-process.js';

const LOOK_EVERY_MS = 100;

/** Counting a large backlog competes with resolving it: it may take no more than this part of the time. */
const SHARE_OF_LOOKING = 0.03;
const STUCK_AFTER_MS = 60_000;

/** How a backlog of needs was resolved without new signals. */
export interface Drain {
  readonly needs: number;
  readonly seconds: number;
  readonly perSecond: number;
}

/** Resolves once the worker has started to resolve. */
export async function firstProgress(owner: pg.Client, worker: ServerProcess): Promise<void> {
  const before = await backlog(owner);
  await untilBacklog(owner, worker, (left) => left < before || left === 0);
}

/**
 * Waits until nothing is unresolved.
 * @throws Error if nothing is resolved for a minute
 */
export async function drained(owner: pg.Client, worker: ServerProcess): Promise<Drain> {
  const began = performance.now();
  const needs = await backlog(owner);
  await untilBacklog(owner, worker, (left) => left === 0);
  const seconds = (performance.now() - began) / 1000;
  return { needs, seconds, perSecond: needs / seconds };
}

/**
 * Waits until every board shows what was resolved.
 * @returns the seconds
 * @throws Error if no mark is taken for a minute
 */
export async function boardsCurrent(owner: pg.Client, worker: ServerProcess): Promise<number> {
  const began = performance.now();
  await untilLeft(
    () => waitingMarks(owner),
    worker,
    (left) => left === 0,
  );
  return (performance.now() - began) / 1000;
}

function untilBacklog(owner: pg.Client, worker: ServerProcess, isReached: (left: number) => boolean): Promise<void> {
  return untilLeft(() => backlog(owner), worker, isReached);
}

async function untilLeft(
  count: () => Promise<number>,
  worker: ServerProcess,
  isReached: (left: number) => boolean,
): Promise<void> {
  let last = Number.NaN;
  let changedAt = performance.now();
  for (;;) {
    const lookedAt = performance.now();
    const left = await count();
    const lookMs = performance.now() - lookedAt;
    if (isReached(left)) return;
    worker.assertRunning();
    if (left !== last) changedAt = performance.now();
    last = left;
    if (performance.now() - changedAt > STUCK_AFTER_MS)
      throw new Error(`the worker has done nothing for ${STUCK_AFTER_MS / 1000} s; ${left} wait`);
    await new Promise((resolve) => setTimeout(resolve, Math.max(LOOK_EVERY_MS, lookMs / SHARE_OF_LOOKING)));
  }
}
