import type { LoadResult } from '../../harness/load/drive.js';
import { busyNote } from '../../harness/stage/other-load.js';
import type { ServerProcess } from '../../harness/stage/server-process.js';
import { type Measurement, measure } from '../measure.js';
import type { Options } from '../options.js';
import type { ServerName } from '../stage/servers.js';
import type { ComparisonStage } from '../stage/stage.js';

/** The measurements of each server, one a round. */
export type Turns = Map<ServerName, Measurement[]>;

interface Competition {
  readonly names: readonly ServerName[];
  readonly connections: number;
  /** Requests that each server gets before its run, besides the warm-up. */
  readonly preload?: (name: ServerName) => number;
  readonly progress: (line: string) => void;
  readonly beforeRun?: (name: ServerName) => Promise<void>;
  readonly afterRun?: (name: ServerName, run: LoadResult) => Promise<void>;
  /** The server is still up, and its tables are as the run left them. */
  readonly afterTurn?: (name: ServerName, round: number) => Promise<void>;
}

/**
 * Alternates between the servers (A B C A B C …), so that changes of the machine affect all. Idle ones wait, warm,
 * without work.
 */
export async function takeTurns(
  stage: ComparisonStage,
  options: Options,
  { names, connections, progress, ...hooks }: Competition,
): Promise<Turns> {
  const servers = new Map<ServerName, ServerProcess>();
  for (const name of names) servers.set(name, await stage.servers.start(name));
  const turns: Turns = new Map(names.map((name) => [name, []]));
  for (let round = 1; round <= options.rounds; round++) {
    for (const [name, server] of servers) {
      const fastest = Math.max(0, ...(turns.get(name) ?? []).map(({ perSecond }) => perSecond));
      const turn = await measure(stage, options, {
        name,
        server,
        connections,
        fastest,
        preload: hooks.preload?.(name) ?? 0,
        beforeRun: async () => hooks.beforeRun?.(name),
        afterRun: async (run) => hooks.afterRun?.(name, run),
      });
      turns.get(name)?.push(turn);
      progress(
        `  round ${round}  ${name.padEnd(13)}${Math.round(turn.perSecond)}/s  p50 ${turn.p50.toFixed(2)} ms${busyNote(turn.others)}${turn.ranOut ? '  (requests used up)' : ''}`,
      );
      await hooks.afterTurn?.(name, round);
    }
  }
  await stage.servers.stopAll();
  return turns;
}
