import { parseArgs } from 'node:util';
import { FLEET_OPTIONS, FLEET_USAGE, fleetOf, positive, someOf, whole } from '../harness/command-line.js';
import { type Runs, runOptions, runUsage, runsOf } from '../harness/run-options.js';
import type { Fleet } from '../harness/world.js';
import { QUEUES, type QueueName } from '../harness/stage/queues.js';

export const PHASES = ['steady', 'fairness', 'highest'] as const;
export type Phase = (typeof PHASES)[number];

const DEFAULTS = { seconds: 20, rounds: 3, warmUpSeconds: 3 };

/** The options of the command line. Times are in seconds. */
export interface Options extends Runs {
  readonly phases: readonly Phase[];
  readonly queues: readonly QueueName[];
  /** Data points a second of the steady phase; null: half of the most that the engine accepts while it resolves. */
  readonly rate: number | null;
  /** The tenants that have a backlog when one more tenant begins. */
  readonly busyTenants: number;
  /** Their unresolved needs. */
  readonly backlog: number;
  /** Data points that the other tenant sends while nobody else does. */
  readonly idleSamples: number;
  readonly fleet: Fleet;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:latency -- [options]
${runUsage(DEFAULTS, 'queue')}
  --only a,b          phases: ${PHASES.join(', ')} (all)
  --queue a,b         ${QUEUES.join(', ')} (both)
  --rate N            data points a second (half of the most that is accepted while resolving, found first)
  --busy N            tenants with a backlog while one more sends, at least one less than --tenants (1)
  --backlog N         unresolved needs of the busy tenants (50000)
  --idle-samples N    data points of the other tenant while it is alone (60)
${FLEET_USAGE}
  --json FILE         also write the JSON result there`;

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      ...runOptions(DEFAULTS),
      only: { type: 'string' },
      queue: { type: 'string' },
      rate: { type: 'string' },
      busy: { type: 'string', default: '1' },
      backlog: { type: 'string', default: '50000' },
      'idle-samples': { type: 'string', default: '60' },
      ...FLEET_OPTIONS,
      json: { type: 'string' },
    },
  });
  const fleet = fleetOf(values);
  return {
    ...runsOf(values),
    phases: someOf('--only', values.only, PHASES),
    queues: someOf('--queue', values.queue, QUEUES),
    rate: values.rate === undefined ? null : positive('--rate', values.rate),
    busyTenants: busyOf(values.busy, fleet),
    backlog: whole('--backlog', values.backlog),
    idleSamples: whole('--idle-samples', values['idle-samples']),
    fleet,
    jsonFile: values.json ?? null,
  };
}

function busyOf(text: string, { tenants }: Fleet): number {
  const busy = whole('--busy', text);
  if (busy >= tenants) throw new Error(`--busy: ${busy} of ${tenants} tenants leaves none to compare with`);
  return busy;
}
