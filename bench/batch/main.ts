import { optionsOrExit } from '../harness/command-line.js';
import { median, ratioOf, ratioText } from '../harness/figures.js';
import { finish, runOn } from '../harness/run.js';
import { busyNote } from '../harness/stage/other-load.js';
import { QueueStage } from '../harness/stage/queue-stage.js';
import { type Options, USAGE, type Way, readOptions } from './options.js';
import { type WayTurn, sendAll } from './send-all.js';

const print = (line: string): void => console.log(line);

type Turns = ReadonlyMap<Way, readonly WayTurn[]>;

/** Alternates between the ways on one api (A B C A B C …), after a warm-up of each. */
async function takeTurns({ stage }: QueueStage, options: Options): Promise<Turns> {
  const api = await stage.processes.startApi(null);
  for (const way of options.ways)
    await sendAll(stage, api, way, { ...options, events: Math.min(options.events, 20_000), patienceSeconds: 1 });
  const turns = new Map<Way, WayTurn[]>(options.ways.map((way) => [way, []]));
  for (let round = 1; round <= options.rounds; round++) {
    for (const [way, rounds] of turns) {
      const turn = await sendAll(stage, api, way, options);
      rounds.push(turn);
      print(`  round ${round}  ${way.padEnd(8)}${Math.round(turn.eventsPerSecond)} events/s${busyNote(turn.others)}`);
    }
  }
  return turns;
}

function lines(turns: Turns): string[] {
  const head = ['events/s', 'requests', 'p50 ms', 'p99 ms', 'cores', 'others']
    .map((name) => name.padStart(10))
    .join('');
  const rows = [...turns].map(([way, rounds]) => {
    const middle = (pick: (turn: WayTurn) => number, digits: number): string =>
      median(rounds.map(pick)).toFixed(digits).padStart(10);
    return `  ${way.padEnd(8)}${middle((turn) => turn.eventsPerSecond, 0)}${middle((turn) => turn.requests, 0)}${middle((turn) => turn.p50, 1)}${middle((turn) => turn.p99, 1)}${middle((turn) => turn.cores, 2)}${middle((turn) => turn.others, 2)}`;
  });
  return [
    '',
    'the same events, accepted',
    `  ${'way'.padEnd(8)}${head}`,
    ...rows,
    ...ratios(turns).map(({ way, ratio }) => `  ${way} / single, events/s: ${ratioText(ratio)}`),
  ];
}

function ratios(turns: Turns): Array<{ way: Way; ratio: ReturnType<typeof ratioOf> }> {
  const figures = (way: Way): number[] => (turns.get(way) ?? []).map((turn) => turn.eventsPerSecond);
  const batched = [...turns.keys()].filter((way) => way !== 'single');
  return turns.has('single') ? batched.map((way) => ({ way, ratio: ratioOf(figures(way), figures('single')) })) : [];
}

async function run(queueStage: QueueStage, options: Options): Promise<{ wrong: readonly string[] }> {
  const turns = await takeTurns(queueStage, options);
  for (const line of lines(turns)) print(line);
  const wrong = [...turns].flatMap(([way, rounds]) =>
    rounds.flatMap((round) => round.wrong.map((line) => `${way}: ${line}`)),
  );
  return finish({ options, ways: Object.fromEntries(turns), ratios: ratios(turns), wrong }, options.jsonFile);
}

const options = optionsOrExit(readOptions, USAGE);
print(
  `${options.rounds} rounds of ${options.events} events, batches of ${options.size} over ${options.batchConnections} connections, single events over ${options.connections}, durable PostgreSQL`,
);
await runOn(
  () => QueueStage.start(['postgresql']),
  (queueStage) => run(queueStage, options),
);
