import { parseArgs } from 'node:util';
import { FLEET_OPTIONS, FLEET_USAGE, fleetOf, positive, someOf, whole } from '../harness/command-line.js';
import type { Fleet } from '../harness/world.js';
import { QUEUES, type QueueName } from '../harness/stage/queues.js';

export const PHASES = ['steady', 'fairness', 'highest'] as const;
export type Phase = (typeof PHASES)[number];

/** The options of the command line. Times are in seconds. */
export interface Options {
  /** Length of one measured run. */
  readonly seconds: number;
  /** How often each queue takes its turn. */
  readonly rounds: number;
  readonly warmUpSeconds: number;
  /** How long each measured run waits for an idle machine. */
  readonly patienceSeconds: number;
  readonly phases: readonly Phase[];
  readonly queues: readonly QueueName[];
  readonly connections: number;
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
  --seconds N         length of one measured run (20)
  --rounds N          turns of each queue (3)
  --warm-up N         seconds of load before each measured run (3)
  --patience N        seconds that each run waits for a quiet machine (30)
  --only a,b          phases: ${PHASES.join(', ')} (all)
  --queue a,b         ${QUEUES.join(', ')} (both)
  --connections N     keep-alive connections of the load (64)
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
      seconds: { type: 'string', default: '20' },
      rounds: { type: 'string', default: '3' },
      'warm-up': { type: 'string', default: '3' },
      patience: { type: 'string', default: '30' },
      only: { type: 'string' },
      queue: { type: 'string' },
      connections: { type: 'string', default: '64' },
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
    seconds: positive('--seconds', values.seconds),
    rounds: whole('--rounds', values.rounds),
    warmUpSeconds: positive('--warm-up', values['warm-up']),
    patienceSeconds: positive('--patience', values.patience),
    phases: someOf('--only', values.only, PHASES),
    queues: someOf('--queue', values.queue, QUEUES),
    connections: whole('--connections', values.connections),
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
