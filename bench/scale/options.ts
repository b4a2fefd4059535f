import { parseArgs } from 'node:util';
import { someOf, whole } from '../harness/command-line.js';
import { type Runs, runOptions, runUsage, runsOf } from '../harness/run-options.js';
import { QUEUES, type QueueName } from '../harness/stage/queues.js';

const DEFAULTS = { seconds: 10, rounds: 3, warmUpSeconds: 2 };

/** The options of the command line. Times are in seconds. */
export interface Options extends Runs {
  readonly queues: readonly QueueName[];
  /** Processes of each kind in the larger installation. */
  readonly processes: number;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:scale -- [options]
${runUsage(DEFAULTS, 'installation')}
  --queue a,b         ${QUEUES.join(', ')} (both)
  --processes N       api processes, and workers, that are compared with one of each (2)
  --json FILE         also write the JSON result there`;

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      ...runOptions(DEFAULTS),
      queue: { type: 'string' },
      processes: { type: 'string', default: '2' },
      json: { type: 'string' },
    },
  });
  return {
    ...runsOf(values),
    queues: someOf('--queue', values.queue, QUEUES),
    processes: whole('--processes', values.processes),
    jsonFile: values.json ?? null,
  };
}
