import { dataDir } from './config.js';

/** The environment variables of the command line, which has none of the engine's settings. */
export interface CliEnvironment {
  /** `OPERATOR_TOKEN`; null: the one in the data folder. */
  readonly operatorToken: string | null;
  /** `EDIFYD_SECRET`, with which `send` signs: unlike an option, it does not appear in the list of processes. */
  readonly signingSecret: string | null;
  readonly dataDir: string;
  /** The folder in which the command was typed: npm runs its scripts in the package's root folder. */
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
