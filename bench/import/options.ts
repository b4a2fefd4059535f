import { parseArgs } from 'node:util';
import { positive, whole } from '../harness/command-line.js';

/** The options of the command line. */
export interface Options {
  readonly rows: number;
  /** How often each way takes its turn. */
  readonly rounds: number;
  readonly patienceSeconds: number;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:import -- [options]
  --rows N       workers in the table (100000)
  --rounds N     turns of each way (3)
  --patience N   seconds that each run waits for a quiet machine (30)
  --json FILE    also write the JSON result there`;

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '3' },
      patience: { type: 'string', default: '30' },
      json: { type: 'string' },
    },
  });
  return {
    rows: whole('--rows', values.rows),
    rounds: whole('--rounds', values.rounds),
    patienceSeconds: positive('--patience', values.patience),
    jsonFile: values.json ?? null,
  };
}
