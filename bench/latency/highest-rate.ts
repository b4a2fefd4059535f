import type { Queue } from '../harness/stage/queues.js';
import type { Stage } from '../harness/stage/stage.js';
import type { Options } from './options.js';
import { type SteadyTurn, mostAccepted, steadyTurn } from './steady.js';

/** While no backlog grows, the rate is multiplied by this. */
const FASTER = 1.5;
/** The rate is found to this share of itself. */
const PRECISION = 1 / 16;
/** The share of a run's needs that may be unresolved at its end: a second's worth after a minute. */
const LEFT_OVER = 1 / 60;
/**
 * The share of the rate that is accepted at least if the engine keeps up: the load generator skips what no connection
 * is free for.
 */
const ACCEPTED = 0.9;

/** A search for the highest rate at which no backlog grows. */
export interface RateSearch {
  /** Data points accepted a second; 0: a backlog has grown at each of the rates that were tried. */
  readonly highest: number;
  readonly tried: ReadonlyArray<{ readonly rate: number; readonly isFlat: boolean; readonly turn: SteadyTurn }>;
}

/**
 * Tries rates, each for the length of a run. Begins with the rate that a load without pauses reaches while the engine
 * resolves. Where the worker takes the processor from the api, that is less than the engine can sustain. Then increases
 * the rate until a backlog grows, and halves the range between. Ends if the engine accepts less than is offered and no
 * backlog grows: more connections would wait, and nothing else change.
 */
export async function searchHighestRate(
  stage: Stage,
  queue: Queue,
  options: Options,
  progress: (line: string) => void,
): Promise<RateSearch> {
  const tried: Array<RateSearch['tried'][number]> = [];
  let flat = 0;
  let highest = 0;
  let growing = Infinity;
  let rate = await mostAccepted(stage, queue, options);
  while (growing - flat > rate * PRECISION) {
    const turn = await steadyTurn(stage, queue, rate, options);
    const isFlat = turn.backlogAtEnd <= turn.perSecond * options.seconds * LEFT_OVER;
    tried.push({ rate, isFlat, turn });
    progress(
      `  ${queue.name.padEnd(11)}${Math.round(turn.perSecond)}/s of ${Math.round(rate)}/s for ${options.seconds} s: ${turn.backlogAtEnd} needs left, p95 ${turn.p95.toFixed(0)} ms: ${isFlat ? 'flat' : 'grows'}`,
    );
    if (isFlat) {
      highest = Math.max(highest, turn.perSecond);
      flat = rate;
      if (turn.perSecond < rate * ACCEPTED) break;
    } else growing = rate;
    rate = growing === Infinity ? flat * FASTER : (flat + growing) / 2;
  }
  return { highest, tried };
}
