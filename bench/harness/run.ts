import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** The setup and teardown of a benchmark. */
interface Setting {
  strike(): Promise<void>;
  /** Prints the logs of the processes. */
  showLogs(): void;
}

/**
 * Runs a benchmark on its setting and tears that down, also after Ctrl-C. The exit code is 0 if every count was
 * right.
 */
export async function runOn<S extends Setting>(
  set: () => Promise<S>,
  run: (setting: S) => Promise<{ wrong: readonly string[] }>,
): Promise<void> {
  const setting = await set();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void setting.strike().finally(() => process.exit(130)));
  }
  try {
    const { wrong } = await run(setting);
    process.exitCode = wrong.length === 0 ? 0 : 1;
  } catch (error) {
    setting.showLogs();
    console.error(error);
    process.exitCode = 1;
  } finally {
    await setting.strike();
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
