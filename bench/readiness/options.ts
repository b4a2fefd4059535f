import { parseArgs } from 'node:util';
import { positive, whole } from '../harness/command-line.js';

/** The options of the command line. */
export interface Options {
  /** Workers of the large tenant. */
  readonly workers: number;
  /** Tenants of 1,000 workers, the small one that is compared among them. */
  readonly tenants: number;
  /** How often each request is made, alternately with the one that it is compared with. */
  readonly rounds: number;
  /** Changes of one worker, and single checks of the gate. */
  readonly changes: number;
  readonly checks: number;
  readonly patienceSeconds: number;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:readiness -- [options]
  --workers N    workers of the large tenant (200000)
  --tenants N    tenants of 1,000 workers beside it (200)
  --rounds N     how often each request is made, in turns (15)
  --changes N    changes of one worker (20)
  --checks N     requests of the gate for one person (1000)
  --short        a quick look: 20000 workers, 20 tenants, 5 rounds, 5 changes, 200 checks
  --patience N   seconds that each part waits for a quiet machine (30)
  --json FILE    also write the JSON result there`;

const FULL = { workers: '200000', tenants: '200', rounds: '15', changes: '20', checks: '1000' };
const SHORT = { workers: '20000', tenants: '20', rounds: '5', changes: '5', checks: '200' };

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      workers: { type: 'string' },
      tenants: { type: 'string' },
      rounds: { type: 'string' },
      changes: { type: 'string' },
      checks: { type: 'string' },
      short: { type: 'boolean', default: false },
      patience: { type: 'string', default: '30' },
      json: { type: 'string' },
    },
  });
  const sizes = values.short ? SHORT : FULL;
  const size = (name: keyof typeof FULL): number => whole(`--${name}`, values[name] ?? sizes[name]);
  return {
    workers: size('workers'),
    tenants: size('tenants'),
    rounds: size('rounds'),
    changes: size('changes'),
    checks: size('checks'),
    patienceSeconds: positive('--patience', values.patience),
    jsonFile: values.json ?? null,
  };
}
