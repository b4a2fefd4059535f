import { writeFileSync } from 'node:fs';
import { type Options, type Phase, USAGE, readOptions } from './options.js';
import { type MemoryResult, watchMemory } from './phases/memory.js';
import { type PhaseResult, runPhase } from './phases/phases.js';
import { topFunctions } from './profile/top-functions.js';
import { allWrong, jsonLine, memoryLines, phaseLines } from './report.js';
import { Stage } from './stage/stage.js';

const print = (line: string): void => console.log(line);

/** @returns whether every count was right */
async function run(stage: Stage, options: Options): Promise<boolean> {
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
  const findings = { phases, memory, bodyBytes: stage.load.bodyBytes };
  const json = jsonLine(options, findings);
  if (options.jsonFile !== null) writeFileSync(options.jsonFile, `${json}\n`);
  print(`\n${json}`);
  return allWrong(findings).length === 0;
}

function optionsOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

const options = optionsOrExit();
print(`${options.rounds} rounds of ${options.seconds} s, ${options.connections} connections, durable PostgreSQL; the queue in ${options.redisUrl === null ? 'PostgreSQL' : 'Redis'}`);
const stage = await Stage.set(options);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stage.strike().finally(() => process.exit(130)));
}
try {
  process.exitCode = (await run(stage, options)) ? 0 : 1;
} catch (error) {
  stage.servers.showLogs();
  console.error(error);
  process.exitCode = 1;
} finally {
  await stage.strike();
}
