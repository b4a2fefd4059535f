import { parseArgs } from 'node:util';
import { whole } from '../harness/command-line.js';

/** The options of the command line. */
export interface Options {
  /** Needs of the tenant. */
  readonly needs: number;
  /** How often each is measured. */
  readonly rounds: number;
  readonly lighthouse: boolean;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:console -- [options]
  --needs N           needs of the tenant whose inbox is shown (1000000)
  --rounds N          how often each step is measured (7)
  --lighthouse        also let Lighthouse rate the page (npx installs it)
  --json FILE         also write the JSON result there`;

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      needs: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '7' },
      lighthouse: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  return {
    needs: whole('--needs', values.needs),
    rounds: whole('--rounds', values.rounds),
    lighthouse: values.lighthouse,
    jsonFile: values.json ?? null,
  };
}
