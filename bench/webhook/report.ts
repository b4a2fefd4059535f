import { median, type Ratio, ratioOf, ratioText } from '../harness/figures.js';
import type { Measurement } from './measure.js';
import type { Options, Phase } from './options.js';
import type { MemoryResult } from './phases/memory.js';
import type { PhaseResult } from './phases/phase-result.js';
import type { ServerName } from './stage/servers.js';

const TITLES: Readonly<Record<Phase, string>> = {
  alone: 'accepting alone (no worker)',
  both: 'accepting and resolving at once (the engine with its worker; bare only accepts)',
  idle: 'one at a time on an idle server (1 connection)',
  drain: 'resolving a backlog (the worker alone)',
};

/** The ratios that each phase is about, and what is compared: requests a second, or the wait of one request. */
const RATIOS: Readonly<Record<Phase, { readonly of: 'perSecond' | 'p50'; readonly to: readonly ServerName[] }>> = {
  alone: { of: 'perSecond', to: ['bare', 'unit of work'] },
  both: { of: 'perSecond', to: ['bare'] },
  idle: { of: 'p50', to: ['bare'] },
  drain: { of: 'perSecond', to: [] },
};

/** A phase as lines of text. */
export function phaseLines(phase: Phase, { turns, drains, whileAccepting }: PhaseResult): string[] {
  const lines = ['', TITLES[phase]];
  if (turns.size > 0)
    lines.push(
      `  ${'server'.padEnd(14)}${['req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'cores', 'others', 'answers', 'deduped'].map((head) => head.padStart(9)).join('')}   counts`,
    );
  for (const [name, rounds] of turns)
    lines.push(
      `  ${name.padEnd(14)}${columns(rounds)}   ${rounds.every((round) => round.wrong.length === 0) ? 'right' : 'WRONG'}`,
    );
  for (const to of RATIOS[phase].to) {
    lines.push(
      `  engine / ${to}, ${RATIOS[phase].of === 'p50' ? 'p50' : 'req/s'}: ${ratioText(ratio(phase, turns, to))}`,
    );
  }
  for (const { backlogBefore, backlogAfter, resolvedPerSecond, writtenDrafts } of whileAccepting) {
    lines.push(
      `  while accepting: ${Math.round(resolvedPerSecond)} needs resolved a second, backlog ${backlogBefore} → ${backlogAfter}, ${writtenDrafts} drafts written`,
    );
  }
  for (const { needs, seconds, perSecond } of drains)
    lines.push(`  drain: ${needs} needs in ${seconds.toFixed(1)} s, ${Math.round(perSecond)} a second`);
  return lines;
}

function columns(rounds: readonly Measurement[]): string {
  const middle = (pick: (round: Measurement) => number, digits: number): string =>
    median(rounds.map(pick)).toFixed(digits).padStart(9);
  return [
    middle((round) => round.perSecond, 0),
    middle((round) => round.p50, 2),
    middle((round) => round.p95, 2),
    middle((round) => round.p99, 2),
    middle((round) => round.cores, 2),
    middle((round) => round.others, 2),
    middle((round) => round.answers, 0),
    middle((round) => round.deduped, 0),
  ].join('');
}

function ratio(phase: Phase, turns: PhaseResult['turns'], to: ServerName): Ratio {
  const { of } = RATIOS[phase];
  const figures = (name: ServerName): number[] => (turns.get(name) ?? []).map((round) => round[of]);
  return ratioOf(figures('engine'), figures(to));
}

export function memoryLines({ samples, growthOfLastHalf }: MemoryResult): string[] {
  const last = samples.at(-1);
  return [
    '',
    `memory under load: api ${last?.api.toFixed(1)} MiB at the end, ${growthOfLastHalf >= 0 ? '+' : ''}${growthOfLastHalf.toFixed(1)} MiB in the last half`,
  ];
}

export interface Findings {
  readonly phases: ReadonlyMap<Phase, PhaseResult>;
  readonly memory: MemoryResult | null;
  readonly bodyBytes: number;
}

/** All results: medians, every round, ratios, and wrong counts. */
export function findingsJson(
  options: Options,
  { phases, memory, bodyBytes }: Findings,
): { readonly wrong: readonly string[] } {
  const results = Object.fromEntries<object>([...phases].map(([phase, result]) => [phase, phaseJson(phase, result)]));
  const findings = {
    options,
    bodyBytes: Math.round(bodyBytes),
    phases: results,
    memory,
    wrong: allWrong({ phases, memory, bodyBytes }),
  };
  return findings;
}

function phaseJson(phase: Phase, { turns, drains, whileAccepting }: PhaseResult): object {
  const servers = [...turns].map(([name, rounds]): [string, object] => {
    const middle = (pick: (round: Measurement) => number): number => median(rounds.map(pick));
    return [
      name,
      {
        perSecond: middle((round) => round.perSecond),
        p50: middle((round) => round.p50),
        p99: middle((round) => round.p99),
        rounds,
      },
    ];
  });
  return {
    servers: Object.fromEntries<object>(servers),
    ratios: Object.fromEntries(RATIOS[phase].to.map((to) => [`engine / ${to}`, ratio(phase, turns, to)])),
    drains,
    whileAccepting,
  };
}

/** Every count that was wrong in any run. */
function allWrong({ phases, memory }: Findings): string[] {
  const ofPhases = [...phases.values()].flatMap(({ turns, wrong }) => [
    ...[...turns.values()].flat().flatMap((turn) => turn.wrong),
    ...wrong,
  ]);
  return [...ofPhases, ...(memory?.wrong ?? [])];
}
