import { ENGINE_STORE, backlog, promisedBy, resolved, wrongCounts, wrongResolutions } from '../harness/counts.js';
import { type Drain, drained, firstProgress } from '../harness/drain.js';
import { quiet } from '../harness/stage/other-load.js';
import type { Queue } from '../harness/stage/queues.js';
import type { ServerProcess } from '../harness/stage/server-process.js';
import type { Stage } from '../harness/stage/stage.js';
import type { Options } from './options.js';

/** Requests made for a second of load: more than all processes accept. */
const MAX_PER_SECOND = 25_000;
/**
 * Enough that the workers have something to do from the first moment of the run to the last, in requests for each
 * second of it.
 */
const BACKLOG_PER_SECOND = 8_000;
const MAX_SECONDS = 600;

/** The result of several api processes and workers at once. */
export interface InstallationTurn {
  readonly acceptedPerSecond: number;
  readonly resolvedPerSecond: number;
  /** Of one request, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Needs that were left at the end, and how fast they were resolved while nothing new came. */
  readonly drain: Drain;
  /** Processor time of all api processes, and of all workers, over the time of the run. */
  readonly apiCores: number;
  readonly workerCores: number;
  readonly others: number;
  readonly wrong: readonly string[];
}

/**
 * One turn: so many processes of each kind, a backlog, the measured run with all of them at work, the drain, and the
 * counts that prove it.
 */
export async function installationTurn(
  stage: Stage,
  { redisUrl }: Queue,
  processes: number,
  options: Options,
): Promise<InstallationTurn> {
  const { load, owner } = stage;
  await stage.startOver();
  const apis = await start(processes, () => stage.processes.startApi(redisUrl));
  const target = { ports: apis.map(({ port }) => port), connections: options.connections };
  await load.prepare(Math.ceil(MAX_PER_SECOND * options.warmUpSeconds));
  const warmUp = await load.drive({ ...target, seconds: options.warmUpSeconds });
  await load.prepare(Math.ceil(BACKLOG_PER_SECOND * options.seconds));
  const preload = await load.drive({ ...target, seconds: MAX_SECONDS });
  await load.prepare(Math.ceil(MAX_PER_SECOND * options.seconds));
  await stage.settle();
  const others = await quiet(options.patienceSeconds);
  const workers = await start(processes, () => stage.processes.startWorker(redisUrl));
  const [worker] = workers;
  if (worker === undefined) throw new Error('an installation without workers');
  await firstProgress(owner, worker);
  const before = { resolved: await resolved(owner), api: processorSeconds(apis), worker: processorSeconds(workers) };
  const run = await load.drive({ ...target, seconds: options.seconds });
  const apiCores = (processorSeconds(apis) - before.api) / run.seconds;
  const workerCores = (processorSeconds(workers) - before.worker) / run.seconds;
  const resolvedPerSecond = ((await resolved(owner)) - before.resolved) / run.seconds;
  const idled = (await backlog(owner)) === 0 ? ['the workers had nothing left to do before the run ended'] : [];
  const drain = await drained(owner, worker);
  const wrong = [
    ...(await wrongCounts(owner, ENGINE_STORE, promisedBy(warmUp, preload, run))),
    ...(await wrongResolutions(owner)),
    ...idled,
  ];
  await stage.processes.stopAll();
  return {
    acceptedPerSecond: run.perSecond,
    resolvedPerSecond,
    p50: run.p50,
    p99: run.p99,
    drain,
    apiCores,
    workerCores,
    others,
    wrong,
  };
}

async function start(processes: number, startOne: () => Promise<ServerProcess>): Promise<ServerProcess[]> {
  const started: ServerProcess[] = [];
  while (started.length < processes) started.push(await startOne());
  return started;
}

function processorSeconds(processes: readonly ServerProcess[]): number {
  return processes.reduce((sum, process) => sum + process.processorSeconds(), 0);
}
