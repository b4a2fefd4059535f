import { parseArgs } from 'node:util';
import { whole } from '../harness/command-line.js';

/** The options of the command line. */
export interface Options {
  /** Needs of the large tenant. */
  readonly needs: number;
  /** Tenants beside the measured ones, each as large as the small one. */
  readonly beside: number;
  /** How often each page is requested, alternately. */
  readonly rounds: number;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:inbox -- [options]
  --needs N           needs of the large tenant (1000000)
  --beside N          tenants of 1,000 needs beside the two measured ones (200)
  --rounds N          how often each page is asked for, in turns (15)
  --json FILE         also write the JSON result there`;

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      needs: { type: 'string', default: '1000000' },
      beside: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '15' },
      json: { type: 'string' },
    },
  });
  return {
    needs: whole('--needs', values.needs),
    beside: whole('--beside', values.beside),
    rounds: whole('--rounds', values.rounds),
    jsonFile: values.json ?? null,
  };
}
