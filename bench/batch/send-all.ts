import { ENGINE_STORE, promisedBy, wrongCounts } from '../harness/counts.js';
import type { Batching } from '../harness/load/batches.js';
import { quiet } from '../harness/stage/other-load.js';
import type { ServerProcess } from '../harness/stage/server-process.js';
import type { Stage } from '../harness/stage/stage.js';
import type { Options, Way } from './options.js';

const MAX_SECONDS = 600;

/** The result of sending all events in one way. */
export interface WayTurn {
  readonly eventsPerSecond: number;
  readonly requests: number;
  readonly seconds: number;
  /** Of one request, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the api over the time of the run: 1 is one core. */
  readonly cores: number;
  readonly others: number;
  readonly wrong: readonly string[];
}

/** Sends the same events in each way, to empty tables; no worker runs. */
export async function sendAll(
  stage: Stage,
  api: ServerProcess,
  way: Way,
  { events, size, connections, batchConnections, patienceSeconds }: Options,
): Promise<WayTurn> {
  const { load, owner } = stage;
  const batching: Batching | undefined = way === 'single' ? undefined : { size, format: way };
  await stage.startOver();
  await load.prepare(events, batching);
  await stage.settle();
  const others = await quiet(patienceSeconds);
  const processorBefore = api.processorSeconds();
  const run = await load.drive({
    ports: [api.port],
    connections: batching === undefined ? connections : batchConnections,
    seconds: MAX_SECONDS,
  });
  const cores = (api.processorSeconds() - processorBefore) / run.seconds;
  const wrong = [
    ...(await wrongCounts(owner, ENGINE_STORE, promisedBy(run))),
    ...(run.events === events ? [] : [`${run.events} events sent, ${events} wanted`]),
  ];
  return {
    eventsPerSecond: run.events / run.seconds,
    requests: run.answers,
    seconds: run.seconds,
    p50: run.p50,
    p99: run.p99,
    cores,
    others,
    wrong,
  };
}
