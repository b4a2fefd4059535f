import { promisedBy, wrongCounts } from '../harness/counts.js';
import type { LoadResult } from '../harness/load/drive.js';
import { quiet } from '../harness/stage/other-load.js';
import type { ServerProcess } from '../harness/stage/server-process.js';
import type { Options } from './options.js';
import { type ServerName, STORE_OF } from './stage/servers.js';
import type { ComparisonStage } from './stage/stage.js';

/** Requests made for a warm-up, when nothing is known of the server yet. */
const WARM_UP_PER_SECOND = 25_000;
const MAX_PRELOAD_SECONDS = 600;
/** A warm server may be faster than in its warm-up, or than beside a busy neighbour. */
const MARGIN = 2;

export interface Measurement extends LoadResult {
  /** Processor time of the serving process over the time of the run: 1 is one core. */
  readonly cores: number;
  /** Cores in use by other processes just before the run. */
  readonly others: number;
  /** One line for each count that does not match the responses; empty: all match. */
  readonly wrong: readonly string[];
}

interface Turn {
  readonly name: ServerName;
  readonly server: ServerProcess;
  readonly connections: number;
  /** The fastest this server has been so far, in requests a second; 0 if it has had no turn. */
  readonly fastest: number;
  /** Requests sent before the run besides the warm-up, so that there is a backlog from its first to its last moment. */
  readonly preload: number;
  /** Called between warm-up and run, when the requests of the run are ready. */
  readonly beforeRun?: () => Promise<void>;
  readonly afterRun?: (run: LoadResult) => Promise<void>;
}

/** One turn of one server: empty tables, warm-up, the measured run, and the counts that prove it. */
export async function measure(
  stage: ComparisonStage,
  options: Options,
  { name, server, connections, fastest, preload, beforeRun, afterRun }: Turn,
): Promise<Measurement> {
  const { load } = stage;
  await stage.startOver();
  await load.prepare(Math.ceil(WARM_UP_PER_SECOND * options.warmUpSeconds));
  const warmUp = await drive(stage, server, connections, options.warmUpSeconds);
  const before = [warmUp, ...(preload === 0 ? [] : [await sendAll(stage, server, connections, preload)])];
  await load.prepare(Math.ceil(Math.max(warmUp.perSecond, fastest) * options.seconds * MARGIN) + connections);
  await stage.settle();
  const others = await quiet(options.patienceSeconds);
  await beforeRun?.();
  const profiled = options.profileFolder !== null && name === 'engine';
  if (profiled) server.signal('SIGURG');
  const processorBefore = server.processorSeconds();
  const run = await drive(stage, server, connections, options.seconds);
  const cores = (server.processorSeconds() - processorBefore) / run.seconds;
  if (profiled) server.signal('SIGURG');
  await afterRun?.(run);
  return { ...run, cores, others, wrong: await wrongCounts(stage.owner, STORE_OF[name], promisedBy(...before, run)) };
}

async function sendAll(
  stage: ComparisonStage,
  server: ServerProcess,
  connections: number,
  requests: number,
): Promise<LoadResult> {
  await stage.load.prepare(requests);
  return drive(stage, server, connections, MAX_PRELOAD_SECONDS);
}

async function drive(
  { load }: ComparisonStage,
  server: ServerProcess,
  connections: number,
  seconds: number,
): Promise<LoadResult> {
  try {
    return await load.drive({ ports: [server.port], connections, seconds });
  } catch (error) {
    // A broken connection is usually the end of the server, whose log says more once it has ended.
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.assertRunning();
    throw error;
  }
}
