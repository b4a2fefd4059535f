import { ENGINE_STORE, type Promised, backlog, promisedBy, wrongCounts, wrongResolutions } from '../harness/counts.js';
import { drained, firstProgress } from '../harness/drain.js';
import type { LoadResult } from '../harness/load/drive.js';
import { quiet } from '../harness/stage/other-load.js';
import type { Queue } from '../harness/stage/queues.js';
import type { ServerProcess } from '../harness/stage/server-process.js';
import type { Stage } from '../harness/stage/stage.js';
import { type OneAtATime, sendOneAtATime } from './one-at-a-time.js';
import type { Options } from './options.js';
import { type ResolutionTime, lastResolvedOfOthers, resolutionTimes } from './resolution-times.js';

/** Of a workload, the data points that are no repetition; somewhat less, so that what is sent is surely enough. */
const FRESH = 0.7;
const MAX_SECONDS = 600;

/**
 * The times of tenant B, which sends one data point at a time, from the answer to the resolution, in milliseconds.
 * `idle`: B is alone. `busy`: the backlog of the busy tenants is resolved meanwhile. B is the first tenant after the
 * busy ones.
 */
export interface FairnessTurn {
  readonly idle: readonly number[];
  readonly busy: readonly number[];
  /** The unresolved needs of the busy tenants when B began, and the seconds until the last was resolved. */
  readonly backlog: number;
  readonly drainSeconds: number;
  readonly others: number;
  readonly wrong: readonly string[];
}

export async function fairnessTurn(stage: Stage, queue: Queue, options: Options): Promise<FairnessTurn> {
  const api = await stage.processes.startApi(queue.redisUrl);
  try {
    const idle = await alone(stage, api, queue, options);
    return { ...idle, ...(await besideBacklog(stage, api, queue, options, idle.wrong)) };
  } finally {
    await stage.processes.stopAll();
  }
}

async function alone(
  stage: Stage,
  api: ServerProcess,
  { redisUrl }: Queue,
  { idleSamples, patienceSeconds, busyTenants }: Options,
): Promise<Pick<FairnessTurn, 'idle' | 'others' | 'wrong'>> {
  await stage.startOver();
  const worker = await stage.processes.startWorker(redisUrl);
  await stage.settle();
  const others = await quiet(patienceSeconds);
  const sent = await sendOneAtATime(api.port, stage, busyTenants, (count) => count < idleSamples);
  await drained(stage.owner, worker);
  const wrong = await wrongAfter(stage, promised(sent));
  const idle = milliseconds(await resolutionTimes(stage.owner, sent.created));
  await worker.stop();
  return { idle, others, wrong };
}

/** The backlog is there before the worker starts, as after an outage; B sends until it is gone. */
async function besideBacklog(
  stage: Stage,
  api: ServerProcess,
  { redisUrl }: Queue,
  options: Options,
  wrongBefore: readonly string[],
): Promise<Pick<FairnessTurn, 'busy' | 'backlog' | 'drainSeconds' | 'wrong'>> {
  const { owner, load, tenants, processes } = stage;
  const { busyTenants } = options;
  await stage.startOver(Array.from({ length: busyTenants }, (_, tenant) => tenant));
  await load.prepare(Math.ceil(options.backlog / FRESH));
  const filled: LoadResult = await load.drive({
    ports: [api.port],
    connections: options.connections,
    seconds: MAX_SECONDS,
  });
  await stage.settle();
  const worker = await processes.startWorker(redisUrl);
  await firstProgress(owner, worker);
  const waiting = await backlog(owner);
  const began = Date.now();
  let isDrained = false;
  const draining = drained(owner, worker).finally(() => (isDrained = true));
  const sent = await sendOneAtATime(api.port, stage, busyTenants, () => !isDrained);
  await draining;
  await drained(owner, worker);
  const ended = await lastResolvedOfOthers(owner, tenants[busyTenants]?.tenantId ?? '');
  const ofRun = promisedBy(filled);
  const ofB = promised(sent);
  const all = {
    signals: ofRun.signals + ofB.signals,
    needs: ofRun.needs + ofB.needs,
    deduped: ofRun.deduped + ofB.deduped,
  };
  const times = (await resolutionTimes(owner, sent.created)).filter(({ answeredAt }) => answeredAt < ended);
  const tooFew = times.length === 0 ? ['the backlog was gone before B was answered: a larger one is needed'] : [];
  return {
    busy: milliseconds(times),
    backlog: waiting,
    drainSeconds: (ended - began) / 1000,
    wrong: [...wrongBefore, ...(await wrongAfter(stage, all)), ...tooFew],
  };
}

async function wrongAfter({ owner }: Stage, counts: Promised): Promise<string[]> {
  return [...(await wrongCounts(owner, ENGINE_STORE, counts)), ...(await wrongResolutions(owner))];
}

function promised({ events, deduped, distinctKeys }: OneAtATime): Promised {
  return { signals: events, needs: distinctKeys, deduped };
}

function milliseconds(times: readonly ResolutionTime[]): number[] {
  return times.map((time) => time.milliseconds);
}
