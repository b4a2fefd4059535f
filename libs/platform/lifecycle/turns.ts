/** The length of a turn in milliseconds. The event loop is blocked for this time and at most one step more. */
const TURN_MS = 5;

let turnBegan = Number.NEGATIVE_INFINITY;
const waiting: Array<() => void> = [];

/**
 * Whether long-running work has to yield to the event loop: `if (turnIsOver()) await nextTurn();` after each step of at
 * most some milliseconds. All such work of the process shares one turn in each iteration of the event loop: twenty
 * libraries that are indexed at the same time block it no longer than one.
 */
export function turnIsOver(): boolean {
  return performance.now() - turnBegan >= TURN_MS;
}

/** Resolves in a later iteration of the event loop, when the turns requested before have been taken. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(beginTurn);
  });
}

function beginTurn(): void {
  const resume = waiting.shift();
  turnBegan = performance.now();
  resume?.();
  // A callback set from within a setImmediate callback runs in the next iteration, after timers and sockets.
  if (waiting.length > 0) setImmediate(beginTurn);
}
