import { parseArgs } from 'node:util';
import { positive, someOf, whole } from '../harness/command-line.js';
import { QUEUES, type QueueName } from '../harness/stage/queues.js';

/** The options of the command line. Times are in seconds. */
export interface Options {
  /** Length of one measured run. */
  readonly seconds: number;
  /** How often each of the installations takes its turn. */
  readonly rounds: number;
  readonly warmUpSeconds: number;
  readonly patienceSeconds: number;
  readonly queues: readonly QueueName[];
  readonly connections: number;
  /** Processes of each kind in the larger installation. */
  readonly processes: number;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:scale -- [options]
  --seconds N         length of one measured run (10)
  --rounds N          turns of each installation (3)
  --warm-up N         seconds of load before each measured run (2)
  --patience N        seconds that each run waits for a quiet machine (30)
  --queue a,b         ${QUEUES.join(', ')} (both)
  --connections N     keep-alive connections of the load, in all (64)
  --processes N       api processes, and workers, that are compared with one of each (2)
  --json FILE         also write the JSON result there`;

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '3' },
      'warm-up': { type: 'string', default: '2' },
      patience: { type: 'string', default: '30' },
      queue: { type: 'string' },
      connections: { type: 'string', default: '64' },
      processes: { type: 'string', default: '2' },
      json: { type: 'string' },
    },
  });
  return {
    seconds: positive('--seconds', values.seconds),
    rounds: whole('--rounds', values.rounds),
    warmUpSeconds: positive('--warm-up', values['warm-up']),
    patienceSeconds: positive('--patience', values.patience),
    queues: someOf('--queue', values.queue, QUEUES),
    connections: whole('--connections', values.connections),
    processes: whole('--processes', values.processes),
    jsonFile: values.json ?? null,
  };
}
