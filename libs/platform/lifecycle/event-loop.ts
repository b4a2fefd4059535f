/** How long work runs before it yields, in milliseconds: it blocks the event loop for this time and one step more. */
const SLICE_MS = 5;

let sliceBegan = Number.NEGATIVE_INFINITY;
const waiting: Array<() => void> = [];

/**
 * Whether long-running work has to yield: `if (mustYield()) await yieldToEventLoop();` after each step of at most some
 * milliseconds. All such work of the process shares the time in each iteration of the event loop: twenty libraries that
 * are indexed at the same time block it no longer than one.
 */
export function mustYield(): boolean {
  return performance.now() - sliceBegan >= SLICE_MS;
}

/** Resolves in a later iteration of the event loop, after the work that yielded before has resumed. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(resumeNext);
  });
}

function resumeNext(): void {
  const resume = waiting.shift();
  sliceBegan = performance.now();
  resume?.();
  // A callback set from within a setImmediate callback runs in the next iteration, after timers and sockets.
  if (waiting.length > 0) setImmediate(resumeNext);
}
