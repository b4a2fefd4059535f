import { dataDir } from './config.js';

/** What the command line takes from the environment; the engine's own settings are no business of its. */
export interface CliEnvironment {
  /** `OPERATOR_TOKEN`; null: the one under the data folder. */
  readonly operatorToken: string | null;
  /** `EDIFYD_SECRET`, with which `send` signs: unlike an option, it is seen by nobody who lists the processes. */
  readonly signingSecret: string | null;
  readonly dataDir: string;
  /**
   * Where the person stands who typed the command: npm runs its scripts at the package's top, wherever it is called.
   */
  readonly workingFolder: string;
}

export function readCliEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): CliEnvironment {
  const read = (name: string): string | null => environment[name]?.trim() || null;
  const calledFrom = environment['npm_lifecycle_event'] === 'edifyd' ? read('INIT_CWD') : null;
  return {
    operatorToken: read('OPERATOR_TOKEN'),
    signingSecret: read('EDIFYD_SECRET'),
    dataDir: dataDir(environment),
    workingFolder: calledFrom ?? process.cwd(),
  };
}
