import { ENGINE_STORE, backlog, promisedBy, wrongCounts, wrongResolutions } from '../harness/counts.js';
import { drained } from '../harness/drain.js';
import { percentile } from '../harness/figures.js';
import { quiet } from '../harness/stage/other-load.js';
import type { Queue } from '../harness/stage/queues.js';
import type { Stage } from '../harness/stage/stage.js';
import type { Options } from './options.js';
import { resolutionTimes } from './resolution-times.js';

/** Requests made for the search of the rate, a second: more than one process accepts. */
const MAX_PER_SECOND = 25_000;

/** The time from the answer to the resolution in one run at a steady rate, in milliseconds. */
export interface SteadyTurn {
  /** Data points a second, as answered. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly slowest: number;
  /** The number of measured needs. */
  readonly samples: number;
  /** Of the responses themselves. */
  readonly answerP50: number;
  readonly answerP99: number;
  /** Needs that were unresolved when the load ended: a fraction of a second's worth where the worker keeps up. */
  readonly backlogAtEnd: number;
  readonly others: number;
  readonly wrong: readonly string[];
}

/** The most that is accepted while a worker resolves, in data points a second. */
export async function mostAccepted(
  stage: Stage,
  { redisUrl }: Queue,
  { warmUpSeconds, seconds, connections }: Options,
): Promise<number> {
  await stage.startOver();
  const api = await stage.processes.startApi(redisUrl);
  await stage.processes.startWorker(redisUrl);
  const target = { ports: [api.port], connections };
  await stage.load.prepare(Math.ceil(MAX_PER_SECOND * warmUpSeconds));
  await stage.load.drive({ ...target, seconds: warmUpSeconds });
  const searched = Math.min(seconds, 5);
  await stage.load.prepare(Math.ceil(MAX_PER_SECOND * searched));
  const { perSecond } = await stage.load.drive({ ...target, seconds: searched });
  await stage.processes.stopAll();
  return perSecond;
}

/** One turn of one queue: api and worker of its own, warm-up, the measured run, and the counts that prove it. */
export async function steadyTurn(
  stage: Stage,
  { redisUrl }: Queue,
  rate: number,
  options: Options,
): Promise<SteadyTurn> {
  const { load, owner, processes } = stage;
  await stage.startOver();
  const api = await processes.startApi(redisUrl);
  const worker = await processes.startWorker(redisUrl);
  const target = { ports: [api.port], connections: options.connections, perSecond: rate };
  await load.prepare(Math.ceil(rate * options.warmUpSeconds));
  const warmUp = await load.drive({ ...target, seconds: options.warmUpSeconds });
  await load.prepare(Math.ceil(rate * options.seconds));
  await drained(owner, worker);
  await stage.settle();
  const others = await quiet(options.patienceSeconds);
  const run = await load.drive({ ...target, seconds: options.seconds, keepsCreated: true });
  const backlogAtEnd = await backlog(owner);
  await drained(owner, worker);
  const wrong = [
    ...(await wrongCounts(owner, ENGINE_STORE, promisedBy(warmUp, run))),
    ...(await wrongResolutions(owner)),
  ];
  const times = (await resolutionTimes(owner, run.created)).map(({ milliseconds }) => milliseconds);
  await processes.stopAll();
  return {
    perSecond: run.perSecond,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    slowest: percentile(times, 1),
    samples: times.length,
    answerP50: run.p50,
    answerP99: run.p99,
    backlogAtEnd,
    others,
    wrong: [...wrong, ...(times.length === 0 ? ['no need has the time of its resolution'] : [])],
  };
}
