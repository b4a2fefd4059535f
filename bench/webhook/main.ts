import { optionsOrExit } from '../harness/command-line.js';
import { topFunctions } from '../harness/profile/top-functions.js';
import { finish, runOn } from '../harness/run.js';
import { type Options, type Phase, USAGE, readOptions } from './options.js';
import { type MemoryResult, watchMemory } from './phases/memory.js';
import type { PhaseResult } from './phases/phase-result.js';
import { runPhase } from './phases/phases.js';
import { findingsJson, memoryLines, phaseLines } from './report.js';
import { ComparisonStage } from './stage/stage.js';

const print = (line: string): void => console.log(line);

async function run(stage: ComparisonStage, options: Options): Promise<{ wrong: readonly string[] }> {
  const phases = new Map<Phase, PhaseResult>();
  const tables: string[] = [];
  for (const phase of options.phases) {
    print(`${phase}:`);
    const result = await runPhase(phase, stage, options, print);
    phases.set(phase, result);
    tables.push(...phaseLines(phase, result));
  }
  let memory: MemoryResult | null = null;
  if (options.memorySeconds !== null) {
    print('memory:');
    memory = await watchMemory(stage, options, options.memorySeconds, print);
    tables.push(...memoryLines(memory));
  }
  if (options.profileFolder !== null) tables.push(...topFunctions(options.profileFolder));
  for (const line of tables) print(line);
  return finish(findingsJson(options, { phases, memory, bodyBytes: stage.load.bodyBytes }), options.jsonFile);
}

const options = optionsOrExit(readOptions, USAGE);
print(
  `${options.rounds} rounds of ${options.seconds} s, ${options.connections} connections, durable PostgreSQL; the queue in ${options.redisUrl === null ? 'PostgreSQL' : 'Redis'}`,
);
await runOn(
  () => ComparisonStage.start(options),
  (stage) => run(stage, options),
);
