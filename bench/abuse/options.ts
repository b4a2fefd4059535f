import { parseArgs } from 'node:util';
import type { Attack } from './attack.js';

/** The options of the command line. */
export interface Options {
  readonly attacks: readonly Attack[];
  readonly isFull: boolean;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:abuse -- [options]
  --only TEXT    only the attacks whose name has the text
  --short        the short form of the tests
  --json FILE    also write the JSON result there`;

/** @throws Error if an option or an attack is unknown */
export function readOptions(args: string[], attacksOf: (form: { isFull: boolean }) => readonly Attack[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: '' },
      short: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const isFull = !values.short;
  const attacks = attacksOf({ isFull }).filter(({ name }) => name.toLowerCase().includes(values.only.toLowerCase()));
  if (attacks.length === 0) throw new Error(`--only should be part of an attack's name, not "${values.only}"`);
  return { attacks, isFull, jsonFile: values.json ?? null };
}
