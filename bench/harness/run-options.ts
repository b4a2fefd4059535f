import { positive, whole } from './command-line.js';

/** The measured runs of a bench. Times are in seconds. */
export interface Runs {
  /** Length of one measured run. */
  readonly seconds: number;
  /** How often each side takes its turn. */
  readonly rounds: number;
  readonly warmUpSeconds: number;
  /** How long each measured run waits for an idle machine. */
  readonly patienceSeconds: number;
  /** Keep-alive connections of the load. */
  readonly connections: number;
}

type Defaults = Pick<Runs, 'seconds' | 'rounds' | 'warmUpSeconds'>;

const withDefault = (value: number) => ({ type: 'string', default: String(value) }) as const;

/** The options of the command line that describe the runs, for `parseArgs`. */
export const runOptions = ({ seconds, rounds, warmUpSeconds }: Defaults) => ({
  seconds: withDefault(seconds),
  rounds: withDefault(rounds),
  'warm-up': withDefault(warmUpSeconds),
  patience: withDefault(30),
  connections: withDefault(64),
});

/** @param side what takes turns: `server` */
export const runUsage = ({ seconds, rounds, warmUpSeconds }: Defaults, side: string): string =>
  `  --seconds N         length of one measured run (${seconds})
  --rounds N          turns of each ${side} (${rounds})
  --warm-up N         seconds of load before each measured run (${warmUpSeconds})
  --patience N        seconds that each run waits for a quiet machine (30)
  --connections N     keep-alive connections of the load (64)`;

/** @throws Error if a value is invalid */
export function runsOf(values: Readonly<Record<keyof ReturnType<typeof runOptions>, string>>): Runs {
  return {
    seconds: positive('--seconds', values.seconds),
    rounds: whole('--rounds', values.rounds),
    warmUpSeconds: positive('--warm-up', values['warm-up']),
    patienceSeconds: positive('--patience', values.patience),
    connections: whole('--connections', values.connections),
  };
}
