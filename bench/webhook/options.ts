import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FLEET_OPTIONS, FLEET_USAGE, fleetOf, positive, someOf, whole } from '../harness/command-line.js';
import type { Fleet } from '../harness/world.js';

export const PHASES = ['alone', 'both', 'idle', 'drain'] as const;
export type Phase = (typeof PHASES)[number];

/** Those that run if none is named. */
const USUAL: readonly Phase[] = ['alone', 'both', 'idle'];

/** The options of the command line. Times are in seconds. */
export interface Options {
  /** Length of one measured run. */
  readonly seconds: number;
  /** How often each server takes its turn. */
  readonly rounds: number;
  readonly warmUpSeconds: number;
  /** How long each measured run waits for an idle machine. */
  readonly patienceSeconds: number;
  readonly phases: readonly Phase[];
  /** Length of the memory run; null: none. */
  readonly memorySeconds: number | null;
  readonly connections: number;
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
  --seconds N         length of one measured run (10)
  --rounds N          turns of each server (5)
  --warm-up N         seconds of load before each measured run (2)
  --patience N        seconds that each run waits for a quiet machine (30)
  --only a,b          phases: ${PHASES.join(', ')} (${USUAL.join(', ')})
  --memory SECONDS    load the engine for that long and watch its memory; alone unless --only names phases too
  --connections N     keep-alive connections of the load (64)
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
      seconds: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '5' },
      'warm-up': { type: 'string', default: '2' },
      patience: { type: 'string', default: '30' },
      only: { type: 'string' },
      memory: { type: 'string' },
      connections: { type: 'string', default: '64' },
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
    seconds: positive('--seconds', values.seconds),
    rounds: whole('--rounds', values.rounds),
    warmUpSeconds: positive('--warm-up', values['warm-up']),
    patienceSeconds: positive('--patience', values.patience),
    phases: values.only === undefined ? (memorySeconds === null ? USUAL : []) : someOf('--only', values.only, PHASES),
    memorySeconds,
    connections: whole('--connections', values.connections),
    drafts: values.drafts === undefined ? 0 : whole('--drafts', values.drafts),
    fleet: fleetOf(values),
    needs: whole('--needs', values.needs),
    jsonFile: values.json ?? null,
    profileFolder:
      values.profile === undefined ? null : join(values.profile, new Date().toISOString().replaceAll(':', '-')),
    redisUrl: values.redis ?? null,
  };
}
