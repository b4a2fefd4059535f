import { parseArgs } from 'node:util';
import { positive, whole } from './command-line.js';

/** The options of a benchmark whose ways take turns at work of one size. */
export interface SizedOptions {
  readonly size: number;
  /** How often each way takes its turn. */
  readonly rounds: number;
  readonly patienceSeconds: number;
  readonly jsonFile: string | null;
}

interface Size {
  /** `rows`: the option is `--rows`. */
  readonly name: string;
  readonly help: string;
  readonly byDefault: number;
}

export const sizedUsage = (script: string, { name, help, byDefault }: Size): string =>
  `npm run ${script} -- [options]
  ${`--${name} N`.padEnd(13)}  ${help} (${byDefault})
  --rounds N     turns of each way (3)
  --patience N   seconds that each run waits for a quiet machine (30)
  --json FILE    also write the JSON result there`;

/** @throws Error if an option is unknown or its value is invalid */
export function readSizedOptions(args: string[], { name, byDefault }: Size): SizedOptions {
  const { values } = parseArgs({
    args,
    options: {
      [name]: { type: 'string', default: String(byDefault) },
      rounds: { type: 'string', default: '3' },
      patience: { type: 'string', default: '30' },
      json: { type: 'string' },
    },
  });
  return {
    size: whole(`--${name}`, String(values[name])),
    rounds: whole('--rounds', values.rounds),
    patienceSeconds: positive('--patience', values.patience),
    jsonFile: values.json ?? null,
  };
}
