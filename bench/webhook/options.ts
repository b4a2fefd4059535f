import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FLEET_OPTIONS, FLEET_USAGE, fleetOf, positive, someOf, whole } from '../harness/command-line.js';
import { type Runs, runOptions, runUsage, runsOf } from '../harness/run-options.js';
import type { Fleet } from '../harness/world.js';

export const PHASES = ['alone', 'both', 'idle', 'drain'] as const;
export type Phase = (typeof PHASES)[number];

/** Those that run if none is named. */
const USUAL: readonly Phase[] = ['alone', 'both', 'idle'];

const DEFAULTS = { seconds: 10, rounds: 5, warmUpSeconds: 2 };

/** The options of the command line. Times are in seconds. */
export interface Options extends Runs {
  readonly phases: readonly Phase[];
  /** Length of the memory run; null: none. */
  readonly memorySeconds: number | null;
  /** Drafts of courses that wait for the worker when a measured run of the engine begins. */
  readonly drafts: number;
  readonly fleet: Fleet;
  /** Needs that the worker finds unresolved in the phase `drain`. */
  readonly needs: number;
  /** Where the JSON result goes besides the last line of the output. */
  readonly jsonFile: string | null;
  /**
   * Where CPU profiles of the engine's measured runs go, a folder of this run's own; null: not profiled, as figures are
   * lower while profiling.
   */
  readonly profileFolder: string | null;
  /** Makes the engine keep its jobs in this Redis instead of PostgreSQL. */
  readonly redisUrl: string | null;
}

export const USAGE = `npm run bench:webhook -- [options]
${runUsage(DEFAULTS, 'server')}
  --only a,b          phases: ${PHASES.join(', ')} (${USUAL.join(', ')})
  --memory SECONDS    load the engine for that long and watch its memory; alone unless --only names phases too
  --drafts N          drafts that wait for the engine's worker when each measured run begins (0)
${FLEET_USAGE}
  --needs N           unresolved needs when the worker of the phase drain starts (8000)
  --json FILE         also write the JSON result there
  --profile FOLDER    write CPU profiles of the engine's measured runs below it and print where the time went;
                      figures are lower then
  --redis URL         the engine's queue in Redis instead of PostgreSQL`;

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      ...runOptions(DEFAULTS),
      only: { type: 'string' },
      memory: { type: 'string' },
      drafts: { type: 'string' },
      ...FLEET_OPTIONS,
      needs: { type: 'string', default: '8000' },
      json: { type: 'string' },
      profile: { type: 'string' },
      redis: { type: 'string' },
    },
  });
  const memorySeconds = values.memory === undefined ? null : positive('--memory', values.memory);
  return {
    ...runsOf(values),
    phases: values.only === undefined ? (memorySeconds === null ? USUAL : []) : someOf('--only', values.only, PHASES),
    memorySeconds,
    drafts: values.drafts === undefined ? 0 : whole('--drafts', values.drafts),
    fleet: fleetOf(values),
    needs: whole('--needs', values.needs),
    jsonFile: values.json ?? null,
    profileFolder:
      values.profile === undefined ? null : join(values.profile, new Date().toISOString().replaceAll(':', '-')),
    redisUrl: values.redis ?? null,
  };
}
