import { parseArgs } from 'node:util';
import { positive, whole } from '../harness/command-line.js';

/** The options of the command line. */
export interface Options {
  /** Numbers of tenants that are compared, each on an engine of its own. */
  readonly tenants: readonly number[];
  /** For how long the idle engine is watched. */
  readonly idleSeconds: number;
  /** Tenants that are changed one after the other. */
  readonly changes: number;
  readonly patienceSeconds: number;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:tenants -- [options]
  --tenants a,b   numbers of tenants to compare (100,10000)
  --idle N        seconds for which the idle engine is watched (30)
  --changes N     tenants that the operator changes (100)
  --patience N    seconds to wait for a quiet machine (30)
  --json FILE     also write the JSON result there`;

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      tenants: { type: 'string', default: '100,10000' },
      idle: { type: 'string', default: '30' },
      changes: { type: 'string', default: '100' },
      patience: { type: 'string', default: '30' },
      json: { type: 'string' },
    },
  });
  return {
    tenants: values.tenants.split(',').map((text) => whole('--tenants', text)),
    idleSeconds: positive('--idle', values.idle),
    changes: whole('--changes', values.changes),
    patienceSeconds: positive('--patience', values.patience),
    jsonFile: values.json ?? null,
  };
}
