import { optionsOrExit } from '../harness/command-line.js';
import { finish, runOn } from '../harness/run.js';
import type { AttackResult } from './attack.js';
import { attacksOf } from './attacks/index.js';
import { faultsOf } from './faults.js';
import { readOptions, USAGE, type Options } from './options.js';
import { runAttack } from './run-attack.js';
import { AbuseStage } from './stage/stage.js';
import { tableLines } from './table.js';

/**
 * `npm run bench:abuse`: measures another tenant's response times during each attack on the engine as `npm start`
 * runs it. Exits with 1 if a bound does not hold.
 */
async function run(stage: AbuseStage, { attacks, isFull, jsonFile }: Options): Promise<{ wrong: readonly string[] }> {
  const results: AttackResult[] = [];
  const wrong: string[] = [];
  const memoryBefore = stage.engine.residentMemory();
  for (const attack of attacks) {
    const result = await runAttack(stage, attack);
    results.push(result);
    wrong.push(...faultsOf(attack, result).map((fault) => `${attack.name}: ${fault}`));
    console.log(tableLines([result]).at(-1));
  }
  const memory = { before: memoryBefore, after: stage.engine.isRunning ? stage.engine.residentMemory() : null };
  const ended = results.filter(({ isAlive }) => !isAlive).length;
  const restarts = ended === 0 ? '' : ` (the process ended ${ended} times, and was started again)`;
  const after = memory.after === null ? 'the process has ended' : `${Math.round(memory.after)} MiB after${restarts}`;
  const lines = tableLines(results).join('\n');
  console.log(`\n${lines}\n\nmemory: ${Math.round(memory.before)} MiB before all attacks, ${after}\n`);
  return finish({ isFull, results, memory, wrong }, jsonFile);
}

const options = optionsOrExit((args) => readOptions(args, attacksOf), USAGE);
await runOn(
  () => AbuseStage.start(options),
  (stage) => run(stage, options),
);
