import { backlog, resolved, wrongResolutions } from '../../harness/counts.js';
import { type Drain, drained, firstProgress } from '../../harness/drain.js';
import type { ServerProcess } from '../../harness/stage/server-process.js';
import type { Options, Phase } from '../options.js';
import type { ComparisonStage } from '../stage/stage.js';
import { insertWaitingDrafts, writtenDrafts } from '../stage/waiting-drafts.js';
import { resolvingBacklogs } from './resolving-backlogs.js';
import type { PhaseResult, WhileAccepting } from './phase-result.js';
import { takeTurns } from './take-turns.js';

type Progress = (line: string) => void;

export function runPhase(
  phase: Phase,
  stage: ComparisonStage,
  options: Options,
  progress: Progress,
): Promise<PhaseResult> {
  switch (phase) {
    case 'alone':
      return acceptingAlone(stage, options, progress);
    case 'both':
      return acceptingAndResolving(stage, options, progress);
    case 'idle':
      return oneAtATime(stage, options, progress);
    case 'drain':
      return resolvingBacklogs(stage, options, progress);
  }
}

/** No worker runs while the engine accepts; after its last turn one is started on the backlog, as after an outage. */
async function acceptingAlone(stage: ComparisonStage, options: Options, progress: Progress): Promise<PhaseResult> {
  const drains: Drain[] = [];
  const wrong: string[] = [];
  const turns = await takeTurns(stage, options, {
    names: ['engine', 'bare', 'unit of work'],
    connections: options.connections,
    progress,
    beforeRun: async (name) => {
      if (name === 'engine') await insertWaitingDrafts(stage.owner, options.drafts);
    },
    afterTurn: async (name, round) => {
      if (name !== 'engine' || round < options.rounds) return;
      const worker = await stage.servers.startWorker();
      await firstProgress(stage.owner, worker);
      drains.push(await drained(stage.owner, worker));
      await worker.stop();
      wrong.push(...(await wrongResolutions(stage.owner)));
    },
  });
  return { turns, drains, whileAccepting: [], wrong };
}

/** More than a worker resolves in a second of a measured run, in requests. */
const BACKLOG_PER_SECOND = 8_000;

/**
 * The engine's worker runs while the engine accepts, and has a backlog from before the run so that it is never idle;
 * the bare server, which cannot resolve, only accepts. What is left over is drained after each turn.
 */
async function acceptingAndResolving(
  stage: ComparisonStage,
  options: Options,
  progress: Progress,
): Promise<PhaseResult> {
  const drains: Drain[] = [];
  const whileAccepting: WhileAccepting[] = [];
  const wrong: string[] = [];
  let worker: ServerProcess | null = null;
  let backlogBefore = 0;
  let resolvedBefore = 0;
  const turns = await takeTurns(stage, options, {
    names: ['engine', 'bare'],
    connections: options.connections,
    preload: (name) => (name === 'engine' ? Math.ceil(BACKLOG_PER_SECOND * options.seconds) : 0),
    progress,
    beforeRun: async (name) => {
      if (name !== 'engine') return;
      await insertWaitingDrafts(stage.owner, options.drafts);
      worker = await stage.servers.startWorker();
      await firstProgress(stage.owner, worker);
      backlogBefore = await backlog(stage.owner);
      resolvedBefore = await resolved(stage.owner);
    },
    afterTurn: async (name) => {
      if (name !== 'engine' || worker === null) return;
      drains.push(await drained(stage.owner, worker));
      await worker.stop();
      wrong.push(...(await wrongResolutions(stage.owner)));
    },
    afterRun: async (name, { seconds }) => {
      if (name !== 'engine') return;
      const backlogAfter = await backlog(stage.owner);
      whileAccepting.push({
        backlogBefore,
        backlogAfter,
        resolvedPerSecond: ((await resolved(stage.owner)) - resolvedBefore) / seconds,
        writtenDrafts: await writtenDrafts(stage.owner),
      });
    },
  });
  return { turns, drains, whileAccepting, wrong };
}

/** One connection, the next request when the last is answered: what one sender waits for on an idle server. */
async function oneAtATime(stage: ComparisonStage, options: Options, progress: Progress): Promise<PhaseResult> {
  return {
    turns: await takeTurns(stage, options, { names: ['engine', 'bare'], connections: 1, progress }),
    drains: [],
    whileAccepting: [],
    wrong: [],
  };
}
