import { ENGINE_STORE, promisedBy, wrongCounts, wrongResolutions } from '../../harness/counts.js';
import { type Drain, boardsCurrent, drained, firstProgress } from '../../harness/drain.js';
import { BusyStatements } from '../../harness/profile/busy-statements.js';
import { quiet } from '../../harness/stage/other-load.js';
import type { Options } from '../options.js';
import type { ComparisonStage } from '../stage/stage.js';
import type { PhaseResult } from './phase-result.js';

/** Of a workload, the data points that are no repetition. */
const FRESH = 0.75;
const MAX_SECONDS = 600;

/** In each round a new worker finds so many unresolved needs, as after an outage. */
export async function resolvingBacklogs(
  stage: ComparisonStage,
  options: Options,
  progress: (line: string) => void,
): Promise<PhaseResult> {
  const { load, owner, servers } = stage;
  const drains: Drain[] = [];
  const wrong: string[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    await stage.startOver();
    const api = await servers.start('engine');
    await load.prepare(Math.ceil(options.needs / FRESH));
    const sent = await load.drive({ ports: [api.port], connections: options.connections, seconds: MAX_SECONDS });
    await stage.settle();
    await quiet(options.patienceSeconds);
    const worker = await servers.startWorker();
    await firstProgress(owner, worker);
    const profiled = options.profileFolder !== null;
    const statements = profiled ? await BusyStatements.watch(stage.databaseUrl) : null;
    if (profiled) worker.signal('SIGURG');
    const processorBefore = worker.processorSeconds();
    const drain = await drained(owner, worker);
    const cores = (worker.processorSeconds() - processorBefore) / drain.seconds;
    if (profiled) worker.signal('SIGURG');
    for (const line of (await statements?.end()) ?? []) progress(line);
    const boards = await boardsCurrent(owner, worker);
    drains.push(drain);
    wrong.push(...(await wrongCounts(owner, ENGINE_STORE, promisedBy(sent))), ...(await wrongResolutions(owner)));
    progress(
      `  round ${round}  ${drain.needs} needs in ${drain.seconds.toFixed(1)} s, ${Math.round(drain.perSecond)}/s, ${cores.toFixed(2)} cores of the worker, ${worker.residentMemory().toFixed(0)} MiB; boards current after ${boards.toFixed(1)} s more`,
    );
    await servers.stopAll();
  }
  return { turns: new Map(), drains, whileAccepting: [], wrong };
}
