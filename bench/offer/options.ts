import { parseArgs } from 'node:util';
import { positive, whole } from '../harness/command-line.js';

/** The options of the command line. */
export interface Options {
  /** People at the site to which the course is offered. */
  readonly people: number;
  /** How often each way takes its turn. */
  readonly rounds: number;
  readonly patienceSeconds: number;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:offer -- [options]
  --people N     people at the site (50000)
  --rounds N     turns of each way (3)
  --patience N   seconds that each run waits for a quiet machine (30)
  --json FILE    also write the JSON result there`;

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string', default: '50000' },
      rounds: { type: 'string', default: '3' },
      patience: { type: 'string', default: '30' },
      json: { type: 'string' },
    },
  });
  return {
    people: whole('--people', values.people),
    rounds: whole('--rounds', values.rounds),
    patienceSeconds: positive('--patience', values.patience),
    jsonFile: values.json ?? null,
  };
}
