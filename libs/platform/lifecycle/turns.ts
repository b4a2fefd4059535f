/** How long one turn lasts, in milliseconds. A step that begins at its end still runs, so the event loop waits for a turn and one step. */
const TURN_MS = 10;

let turnBegan = Number.NEGATIVE_INFINITY;
const waiting: Array<() => void> = [];

/**
 * Whether long work has to let the event loop go on: `if (turnIsOver()) await nextTurn();` after each step of at most some milliseconds. All work of the
 * process that does so shares one turn in each iteration of the event loop, so that twenty libraries prepared at once block it for no longer than one.
 */
export function turnIsOver(): boolean {
  return performance.now() - turnBegan >= TURN_MS;
}

/** Resolves when it is the caller's turn: in a later iteration of the event loop, after whatever waited before it. */
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
  // A callback that setImmediate gets during this phase runs in the next iteration: sockets and timers are served in between.
  if (waiting.length > 0) setImmediate(beginTurn);
}
