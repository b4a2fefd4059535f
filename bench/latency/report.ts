import { median, percentile } from '../harness/figures.js';
import type { Turns } from '../harness/stage/queue-stage.js';
import type { FairnessTurn } from './fairness.js';
import type { SteadyTurn } from './steady.js';

const column = (value: number, digits: number): string => value.toFixed(digits).padStart(9);
const head = (names: readonly string[]): string => names.map((name) => name.padStart(9)).join('');

/** Medians of the rounds, as lines of text. */
export function steadyLines(rate: number, turns: Turns<SteadyTurn>): string[] {
  const lines = [
    '',
    `from 200 to resolved, in ms, at ${Math.round(rate)} data points a second`,
    `  ${'queue'.padEnd(12)}${head(['sent/s', 'p50', 'p95', 'p99', 'slowest', '200 p50', '200 p99', 'backlog', 'samples', 'others'])}`,
  ];
  for (const [queue, rounds] of turns) {
    const middle = (pick: (turn: SteadyTurn) => number, digits: number): string =>
      column(median(rounds.map(pick)), digits);
    lines.push(
      `  ${queue.padEnd(12)}` +
        [
          middle((turn) => turn.perSecond, 0),
          middle((turn) => turn.p50, 0),
          middle((turn) => turn.p95, 0),
          middle((turn) => turn.p99, 0),
          middle((turn) => turn.slowest, 0),
          middle((turn) => turn.answerP50, 1),
          middle((turn) => turn.answerP99, 1),
          middle((turn) => turn.backlogAtEnd, 0),
          middle((turn) => turn.samples, 0),
          middle((turn) => turn.others, 2),
        ].join(''),
    );
  }
  return lines;
}

interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly samples: number;
}

/**
 * The result of the fairness test: percentiles over the samples of all rounds, since one drain has time for a few
 * dozen only.
 */
export interface FairnessFigures {
  readonly idle: Times;
  readonly busy: Times;
  readonly ratioP50: number;
  readonly ratioP95: number;
}

export function fairnessFigures(rounds: readonly FairnessTurn[]): FairnessFigures {
  const idle = timesOf(rounds.flatMap((round) => round.idle));
  const busy = timesOf(rounds.flatMap((round) => round.busy));
  return { idle, busy, ratioP50: busy.p50 / idle.p50, ratioP95: busy.p95 / idle.p95 };
}

function timesOf(samples: readonly number[]): Times {
  return { p50: percentile(samples, 0.5), p95: percentile(samples, 0.95), samples: samples.length };
}

export function fairnessLines(turns: Turns<FairnessTurn>): string[] {
  const lines = [
    '',
    'fairness: B sends one at a time, alone and beside a backlog of others; from 200 to resolved, in ms',
    `  ${'queue'.padEnd(12)}${head(['idle p50', 'idle p95', 'busy p50', 'busy p95', 'samples', 'backlog', 'drain s'])}`,
  ];
  for (const [queue, rounds] of turns) {
    const { idle, busy, ratioP50, ratioP95 } = fairnessFigures(rounds);
    const backlog = median(rounds.map((round) => round.backlog));
    const drain = median(rounds.map((round) => round.drainSeconds));
    lines.push(
      `  ${queue.padEnd(12)}${column(idle.p50, 0)}${column(idle.p95, 0)}${column(busy.p50, 0)}${column(busy.p95, 0)}${column(busy.samples, 0)}${column(backlog, 0)}${column(drain, 1)}`,
    );
    lines.push(`  ${queue}, busy / idle: p50 ${ratioP50.toFixed(2)} ×, p95 ${ratioP95.toFixed(2)} ×`);
  }
  return lines;
}
