import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** The processes and files of a benchmark. */
interface Stage {
  stop(): Promise<void>;
  /** Prints the logs of the processes. */
  showLogs(): void;
}

/**
 * Starts the stage of a benchmark, runs the benchmark on it, and stops it, also after Ctrl-C. The exit code is 0 if
 * every count was right.
 */
export async function runOn<S extends Stage>(
  start: () => Promise<S>,
  run: (stage: S) => Promise<{ wrong: readonly string[] }>,
): Promise<void> {
  const stage = await start();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stage.stop().finally(() => process.exit(130)));
  }
  try {
    const { wrong } = await run(stage);
    process.exitCode = wrong.length === 0 ? 0 : 1;
  } catch (error) {
    stage.showLogs();
    console.error(error);
    process.exitCode = 1;
  } finally {
    await stage.stop();
  }
}

/** Prints the faults and, as the last line, all results as JSON, which is also written to the file, if one is named. */
export function finish<Findings extends { readonly wrong: readonly string[] }>(
  findings: Findings,
  jsonFile: string | null,
): Findings {
  for (const line of findings.wrong) console.log(`  WRONG ${line}`);
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
  const json = JSON.stringify({ at: new Date().toISOString(), machine, ...findings });
  if (jsonFile !== null) writeFileSync(jsonFile, `${json}\n`);
  console.log(`\n${json}`);
  return findings;
}
