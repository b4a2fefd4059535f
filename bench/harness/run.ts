import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** What is set up before the runs and taken down after them. */
interface Setting {
  strike(): Promise<void>;
  /** Puts on the terminal what the processes said. */
  showLogs(): void;
}

/**
 * Runs a benchmark on its setting and takes that down, Ctrl-C included. The exit code is 0 where every count was right.
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

/** Prints what was wrong and, as the last line, everything as JSON, which also goes to a file where one is named. */
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
