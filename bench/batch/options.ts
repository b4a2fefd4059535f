import { parseArgs } from 'node:util';
import { positive, someOf, whole } from '../harness/command-line.js';

export const WAYS = ['single', 'array', 'ndjson'] as const;
/** How the same events are sent: one for each request, or many in a JSON array or in lines. */
export type Way = (typeof WAYS)[number];

/** The options of the command line. Times are in seconds. */
export interface Options {
  /** Events that each way sends in a turn. */
  readonly events: number;
  /** The number of events of a batch. */
  readonly size: number;
  /** How often each way takes its turn. */
  readonly rounds: number;
  readonly patienceSeconds: number;
  readonly ways: readonly Way[];
  readonly connections: number;
  /** Concurrent batches. */
  readonly batchConnections: number;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:batch -- [options]
  --events N             events that each way sends in a turn (100000)
  --size N               events of one batch (5000)
  --rounds N             turns of each way (3)
  --patience N           seconds that each run waits for a quiet machine (30)
  --only a,b             ${WAYS.join(', ')} (all)
  --connections N        keep-alive connections of single events (64)
  --batch-connections N  of batches (2)
  --json FILE            also write the JSON result there`;

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      events: { type: 'string', default: '100000' },
      size: { type: 'string', default: '5000' },
      rounds: { type: 'string', default: '3' },
      patience: { type: 'string', default: '30' },
      only: { type: 'string' },
      connections: { type: 'string', default: '64' },
      'batch-connections': { type: 'string', default: '2' },
      json: { type: 'string' },
    },
  });
  return {
    events: whole('--events', values.events),
    size: whole('--size', values.size),
    rounds: whole('--rounds', values.rounds),
    patienceSeconds: positive('--patience', values.patience),
    ways: someOf('--only', values.only, WAYS),
    connections: whole('--connections', values.connections),
    batchConnections: whole('--batch-connections', values['batch-connections']),
    jsonFile: values.json ?? null,
  };
}
