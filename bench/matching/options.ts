import { parseArgs } from 'node:util';
import { whole } from '../harness/command-line.js';

export interface Options {
  /** Distinct topics that each side matches in a turn. */
  readonly topics: number;
  readonly rounds: number;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:matching -- [options]
  --topics N          distinct topics a turn (500)
  --rounds N          turns of each side (5)
  --json FILE         also write the JSON result there`;

/** @throws Error if an option is unknown or its value makes no sense */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      topics: { type: 'string', default: '500' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'string' },
    },
  });
  return {
    topics: whole('--topics', values.topics),
    rounds: whole('--rounds', values.rounds),
    jsonFile: values.json ?? null,
  };
}
