import { cpus } from 'node:os';
import type { Measurement } from './measure.js';
import type { Options, Phase } from './options.js';
import type { MemoryResult } from './phases/memory.js';
import type { PhaseResult } from './phases/phases.js';
import type { ServerName } from './stage/servers.js';

const TITLES: Readonly<Record<Phase, string>> = {
  alone: 'accepting alone (no worker)',
  both: 'accepting and resolving at once (the engine with its worker; bare only accepts)',
  idle: 'one at a time on an idle server (1 connection)',
};

/** The ratios that each phase is about, and what is compared: requests a second, or the wait of one request. */
const RATIOS: Readonly<Record<Phase, { readonly of: 'perSecond' | 'p50'; readonly to: readonly ServerName[] }>> = {
  alone: { of: 'perSecond', to: ['bare', 'unit of work'] },
  both: { of: 'perSecond', to: ['bare'] },
  idle: { of: 'p50', to: ['bare'] },
};

export interface Ratio {
  /** Median of the rounds' ratios: both sides of each were measured next to one another. */
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** A phase as lines to read. */
export function phaseLines(phase: Phase, { turns, drains, whileAccepting, wrong }: PhaseResult): string[] {
  const lines = ['', TITLES[phase], `  ${'server'.padEnd(14)}${['req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'cores', 'others', 'answers', 'deduped'].map((head) => head.padStart(9)).join('')}   counts`];
  for (const [name, rounds] of turns) lines.push(`  ${name.padEnd(14)}${columns(rounds)}   ${rounds.every((round) => round.wrong.length === 0) ? 'right' : 'WRONG'}`);
  for (const to of RATIOS[phase].to) {
    const { median: middle, lowest, highest } = ratio(phase, turns, to);
    lines.push(`  engine / ${to}, ${RATIOS[phase].of === 'p50' ? 'p50' : 'req/s'}: ${middle.toFixed(2)} × (rounds ${lowest.toFixed(2)}–${highest.toFixed(2)})`);
  }
  for (const { backlogBefore, backlogAfter, resolvedPerSecond } of whileAccepting) {
    lines.push(`  while accepting: ${Math.round(resolvedPerSecond)} needs resolved a second, backlog ${backlogBefore} → ${backlogAfter}`);
  }
  for (const { needs, seconds, perSecond } of drains) lines.push(`  drain afterwards: ${needs} needs in ${seconds.toFixed(1)} s, ${Math.round(perSecond)} a second`);
  for (const line of [...[...turns.values()].flat().flatMap((round) => round.wrong), ...wrong]) lines.push(`  WRONG ${line}`);
  return lines;
}

function columns(rounds: readonly Measurement[]): string {
  const middle = (pick: (round: Measurement) => number, digits: number): string => median(rounds.map(pick)).toFixed(digits).padStart(9);
  return [
    middle((round) => round.perSecond, 0), middle((round) => round.p50, 2), middle((round) => round.p95, 2), middle((round) => round.p99, 2),
    middle((round) => round.cores, 2), middle((round) => round.others, 2), middle((round) => round.answers, 0), middle((round) => round.deduped, 0),
  ].join('');
}

function ratio(phase: Phase, turns: PhaseResult['turns'], to: ServerName): Ratio {
  const { of } = RATIOS[phase];
  const others = turns.get(to) ?? [];
  const ratios = (turns.get('engine') ?? []).map((ours, round) => ours[of] / (others[round]?.[of] ?? Number.NaN));
  return { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
}

export function memoryLines({ samples, growthOfLastHalf, wrong }: MemoryResult): string[] {
  const last = samples.at(-1);
  return [
    '', `memory under load: api ${last?.api.toFixed(1)} MiB at the end, ${growthOfLastHalf >= 0 ? '+' : ''}${growthOfLastHalf.toFixed(1)} MiB in the last half`,
    ...wrong.map((line) => `  WRONG ${line}`),
  ];
}

export interface Findings {
  readonly phases: ReadonlyMap<Phase, PhaseResult>;
  readonly memory: MemoryResult | null;
  readonly bodyBytes: number;
}

/** All findings as one line of JSON: medians, every round, ratios, and what was wrong. */
export function jsonLine(options: Options, { phases, memory, bodyBytes }: Findings): string {
  const results = Object.fromEntries<object>([...phases].map(([phase, result]) => [phase, phaseJson(phase, result)]));
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
  return JSON.stringify({ at: new Date().toISOString(), machine, options, bodyBytes: Math.round(bodyBytes), phases: results, memory, wrong: allWrong({ phases, memory, bodyBytes }) });
}

function phaseJson(phase: Phase, { turns, drains, whileAccepting }: PhaseResult): object {
  const servers = [...turns].map(([name, rounds]): [string, object] => {
    const middle = (pick: (round: Measurement) => number): number => median(rounds.map(pick));
    return [name, { perSecond: middle((round) => round.perSecond), p50: middle((round) => round.p50), p99: middle((round) => round.p99), rounds }];
  });
  return {
    servers: Object.fromEntries<object>(servers),
    ratios: Object.fromEntries(RATIOS[phase].to.map((to) => [`engine / ${to}`, ratio(phase, turns, to)])),
    drains, whileAccepting,
  };
}

/** Every count that was wrong in any run. */
export function allWrong({ phases, memory }: Findings): string[] {
  const ofPhases = [...phases.values()].flatMap(({ turns, wrong }) => [...[...turns.values()].flat().flatMap((turn) => turn.wrong), ...wrong]);
  return [...ofPhases, ...(memory?.wrong ?? [])];
}
