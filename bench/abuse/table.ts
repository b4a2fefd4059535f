import type { AttackResult } from './attack.js';
import type { StreamName } from './neighbour/protocol.js';

/** One row of the table, as Markdown. */
type Row = readonly string[];

const HEAD: Row = [
  'attack',
  'who',
  'answers',
  'events: worst, p50 ms',
  'GET /needs: worst ms',
  'liveness: worst ms',
  'memory before → peak → after MiB',
  'log KB',
  'seconds',
  'besides',
];

export function tableLines(results: readonly AttackResult[]): string[] {
  return [HEAD, HEAD.map(() => '---'), ...results.map(rowOf)].map((row) => `| ${row.join(' | ')} |`);
}

function rowOf(result: AttackResult): Row {
  const { attack, by, memory, logBytes, seconds, extras } = result;
  return [
    attack,
    by,
    answersOf(result),
    `${waitOf(result, 'event')}, ${Math.round(result.neighbour.event?.p50Ms ?? 0)}`,
    waitOf(result, 'needs'),
    waitOf(result, 'live'),
    memory === null ? '**process ended**' : [memory.before, memory.peak, memory.after].map(Math.round).join(' → '),
    String(Math.round(logBytes / 1_000)),
    seconds.toFixed(1),
    besides(result, extras),
  ];
}

function answersOf({ answers, largestAnswer }: AttackResult): string {
  const counts = Object.entries(answers).map(([status, count]) => (count === 1 ? status : `${status} × ${count}`));
  return [...counts, ...(largestAnswer > 100_000 ? [`up to ${Math.round(largestAnswer / 1_000)} KB`] : [])].join(', ');
}

/** Marked if it is over the aim, or if responses were not 200. */
function waitOf({ neighbour, bound }: AttackResult, stream: StreamName): string {
  const figures = neighbour[stream];
  if (figures === undefined) return '';
  const refused = Object.entries(figures.answers).flatMap(([status, count]) =>
    status === '200' ? [] : [`${status} × ${count}`],
  );
  return [`${Math.round(figures.worstMs)}${figures.worstMs > bound.aimMs ? ' !' : ''}`, ...refused].join(', ');
}

function besides(result: AttackResult, extras: AttackResult['extras']): string {
  const batch = waitOf(result, 'batch');
  const slowdown = result.slowdown < 1.5 ? [] : [`processors shared: ${result.slowdown.toFixed(1)} × slower`];
  return [
    ...slowdown,
    ...(batch === '' ? [] : [`batches: worst ms ${batch}`]),
    ...Object.entries(extras).map(([name, value]) => `${name}: ${value}`),
  ].join('; ');
}
