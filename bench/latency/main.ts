import { optionsOrExit } from '../harness/command-line.js';
import { finish, runOn } from '../harness/run.js';
import { busyNote } from '../harness/stage/other-load.js';
import { QueueStage, type Turns } from '../harness/stage/queue-stage.js';
import { type FairnessTurn, fairnessTurn } from './fairness.js';
import { type RateSearch, searchHighestRate } from './highest-rate.js';
import { type Options, USAGE, readOptions } from './options.js';
import { fairnessFigures, fairnessLines, steadyLines } from './report.js';
import { type SteadyTurn, mostAccepted, steadyTurn } from './steady.js';

const print = (line: string): void => console.log(line);

/** Half of the maximum rate of the slower queue, so that both are measured at the same rate. */
async function halfOfMost({ stage, queues }: QueueStage, options: Options): Promise<number> {
  const most: number[] = [];
  for (const queue of queues) most.push(await mostAccepted(stage, queue, options));
  print(
    `accepted at most while resolving: ${queues.map(({ name }, index) => `${name} ${Math.round(most[index] ?? 0)}/s`).join(', ')}`,
  );
  return Math.min(...most) / 2;
}

async function measureSteady(
  queueStage: QueueStage,
  options: Options,
): Promise<{ rate: number; turns: Turns<SteadyTurn> }> {
  const rate = options.rate ?? (await halfOfMost(queueStage, options));
  const turns = await queueStage.takeTurns(options.rounds, async (queue, round) => {
    const turn = await steadyTurn(queueStage.stage, queue, rate, options);
    print(
      `  round ${round}  ${queue.name.padEnd(11)}${Math.round(turn.perSecond)}/s  p50 ${turn.p50.toFixed(0)} ms  p95 ${turn.p95.toFixed(0)} ms${busyNote(turn.others)}`,
    );
    return turn;
  });
  return { rate, turns };
}

async function measureFairness(queueStage: QueueStage, options: Options): Promise<Turns<FairnessTurn>> {
  return queueStage.takeTurns(options.rounds, async (queue, round) => {
    const turn = await fairnessTurn(queueStage.stage, queue, options);
    const { idle, busy } = fairnessFigures([turn]);
    print(
      `  round ${round}  ${queue.name.padEnd(11)}idle p50 ${idle.p50.toFixed(0)} ms  busy p50 ${busy.p50.toFixed(0)} ms  (${busy.samples} samples in ${turn.drainSeconds.toFixed(1)} s)${busyNote(turn.others)}`,
    );
    return turn;
  });
}

/** One search for each queue: every step of it is a run of its own. */
async function measureHighest({ stage, queues }: QueueStage, options: Options): Promise<Array<[string, RateSearch]>> {
  const searches: Array<[string, RateSearch]> = [];
  for (const queue of queues) searches.push([queue.name, await searchHighestRate(stage, queue, options, print)]);
  return searches;
}

async function run(queueStage: QueueStage, options: Options): Promise<{ wrong: readonly string[] }> {
  const steady = options.phases.includes('steady') ? await measureSteady(queueStage, options) : null;
  const fairness = options.phases.includes('fairness') ? await measureFairness(queueStage, options) : null;
  const highest = options.phases.includes('highest') ? await measureHighest(queueStage, options) : [];
  for (const line of [
    ...highest.map(
      ([queue, search]) => `no backlog grows with ${queue} up to ${Math.round(search.highest)} data points a second`,
    ),
    ...(steady === null ? [] : steadyLines(steady.rate, steady.turns)),
    ...(fairness === null ? [] : fairnessLines(fairness)),
  ])
    print(line);
  const turns: Array<[string, ReadonlyArray<{ readonly wrong: readonly string[] }>]> = [
    ...(steady?.turns ?? []),
    ...(fairness ?? []),
    ...highest.map(([queue, { tried }]): [string, SteadyTurn[]] => [queue, tried.map(({ turn }) => turn)]),
  ];
  return finish(
    {
      options,
      steady: steady === null ? null : { rate: steady.rate, rounds: Object.fromEntries(steady.turns) },
      fairness:
        fairness === null
          ? null
          : Object.fromEntries([...fairness].map(([queue, rounds]) => [queue, { ...fairnessFigures(rounds), rounds }])),
      highest: Object.fromEntries(highest),
      wrong: turns.flatMap(([queue, rounds]) =>
        rounds.flatMap((round) => round.wrong.map((line) => `${queue}: ${line}`)),
      ),
    },
    options.jsonFile,
  );
}

const options = optionsOrExit(readOptions, USAGE);
print(
  `${options.rounds} rounds, ${options.connections} connections, durable PostgreSQL; the queue in ${options.queues.join(' and ')}`,
);
await runOn(
  () => QueueStage.start(options.queues, { tracksCommits: true, fleet: options.fleet }),
  (queueStage) => run(queueStage, options),
);
