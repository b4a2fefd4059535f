import { optionsOrExit } from '../harness/command-line.js';
import { type Ratio, median, ratioOf, ratioText } from '../harness/figures.js';
import { finish, runOn } from '../harness/run.js';
import { busyNote } from '../harness/stage/other-load.js';
import { QueueStage, type Turns } from '../harness/stage/queue-stage.js';
import { type InstallationTurn, installationTurn } from './installation.js';
import { type Options, USAGE, readOptions } from './options.js';

const print = (line: string): void => console.log(line);

/** One of each kind, and several of each: measured one after the other. */
interface Comparison {
  readonly one: InstallationTurn;
  readonly several: InstallationTurn;
}

const FIGURES = {
  'accepted/s': (turn: InstallationTurn): number => turn.acceptedPerSecond,
  'resolved/s': (turn: InstallationTurn): number => turn.resolvedPerSecond,
  'drained/s': (turn: InstallationTurn): number => turn.drain.perSecond,
} as const;

function ratios(rounds: readonly Comparison[]): Record<string, Ratio> {
  return Object.fromEntries(
    Object.entries(FIGURES).map(([name, pick]) => [
      name,
      ratioOf(
        rounds.map(({ several }) => pick(several)),
        rounds.map(({ one }) => pick(one)),
      ),
    ]),
  );
}

function lines(turns: Turns<Comparison>, processes: number): string[] {
  const head = [...Object.keys(FIGURES), 'p50 ms', 'p99 ms', 'api cores', 'w. cores', 'others']
    .map((name) => name.padStart(11))
    .join('');
  const row = (name: string, rounds: readonly InstallationTurn[]): string => {
    const middle = (pick: (turn: InstallationTurn) => number, digits: number): string =>
      median(rounds.map(pick)).toFixed(digits).padStart(11);
    const rates = Object.values(FIGURES).map((pick) => middle(pick, 0));
    return `  ${name.padEnd(16)}${rates.join('')}${middle((turn) => turn.p50, 2)}${middle((turn) => turn.p99, 2)}${middle((turn) => turn.apiCores, 2)}${middle((turn) => turn.workerCores, 2)}${middle((turn) => turn.others, 2)}`;
  };
  const found = ['', 'accepting and resolving at once, then draining', `  ${'queue'.padEnd(16)}${head}`];
  for (const [queue, rounds] of turns) {
    found.push(
      row(
        `${queue}, 1 + 1`,
        rounds.map(({ one }) => one),
      ),
      row(
        `${queue}, ${processes} + ${processes}`,
        rounds.map(({ several }) => several),
      ),
    );
    for (const [figure, ratio] of Object.entries(ratios(rounds)))
      found.push(`  ${queue}, ${processes} + ${processes} / 1 + 1, ${figure}: ${ratioText(ratio)}`);
  }
  return found;
}

async function run(queueStage: QueueStage, options: Options): Promise<{ wrong: readonly string[] }> {
  const { stage } = queueStage;
  const turns = await queueStage.takeTurns(options.rounds, async (queue, round) => {
    const turnOf = async (processes: number): Promise<InstallationTurn> => {
      const turn = await installationTurn(stage, queue, processes, options);
      print(
        `  round ${round}  ${queue.name.padEnd(11)}${processes} + ${processes}  ${Math.round(turn.acceptedPerSecond)} accepted/s  ${Math.round(turn.resolvedPerSecond)} resolved/s  ${Math.round(turn.drain.perSecond)} drained/s${busyNote(turn.others)}`,
      );
      return turn;
    };
    return { one: await turnOf(1), several: await turnOf(options.processes) };
  });
  for (const line of lines(turns, options.processes)) print(line);
  const found = [...turns].map(([queue, rounds]): [string, object] => [queue, { ratios: ratios(rounds), rounds }]);
  const wrong = [...turns].flatMap(([queue, rounds]) =>
    rounds.flatMap(({ one, several }) => [...one.wrong, ...several.wrong].map((line) => `${queue}: ${line}`)),
  );
  return finish({ options, queues: Object.fromEntries(found), wrong }, options.jsonFile);
}

const options = optionsOrExit(readOptions, USAGE);
print(
  `${options.rounds} rounds of ${options.seconds} s, ${options.connections} connections, durable PostgreSQL; the queue in ${options.queues.join(' and ')}`,
);
await runOn(
  () => QueueStage.start(options.queues),
  (queueStage) => run(queueStage, options),
);
