import { ENGINE_STORE, backlog, promisedBy, wrongCounts } from '../../harness/counts.js';
import type { LoadResult } from '../../harness/load/drive.js';
import type { Options } from '../options.js';
import type { ComparisonStage } from '../stage/stage.js';

/** Requests made at a time: a long run has too many to make all of them before it starts. */
const REQUESTS_PER_ROUND = 20_000;
const SAMPLE_EVERY_MS = 10_000;

export interface MemorySample {
  /** Since the load began. */
  readonly seconds: number;
  readonly answers: number;
  /** Resident memory in MiB. */
  readonly api: number;
  readonly worker: number;
}

export interface MemoryResult {
  readonly samples: readonly MemorySample[];
  /**
   * Of the api, in MiB, from the middle of the run to its end: what a leak would show in, once caches and heap have
   * found their size.
   */
  readonly growthOfLastHalf: number;
  readonly wrong: readonly string[];
}

/**
 * Loads api and worker for a long time and watches their memory. The load pauses for a moment now and then to make its
 * next requests.
 */
export async function watchMemory(
  stage: ComparisonStage,
  { connections }: Options,
  seconds: number,
  progress: (line: string) => void,
): Promise<MemoryResult> {
  const { load, owner } = stage;
  await stage.startOver();
  const api = await stage.servers.start('engine');
  const worker = await stage.servers.startWorker();
  const began = performance.now();
  const runs: LoadResult[] = [];
  const samples: MemorySample[] = [];
  const elapsed = (): number => (performance.now() - began) / 1000;
  const sample = (): void => {
    const taken = {
      seconds: elapsed(),
      answers: runs.reduce((sum, { answers }) => sum + answers, 0),
      api: api.residentMemory(),
      worker: worker.residentMemory(),
    };
    samples.push(taken);
    progress(
      `  ${taken.seconds.toFixed(0).padStart(6)} s   api ${taken.api.toFixed(1).padStart(7)} MiB   worker ${taken.worker.toFixed(1).padStart(7)} MiB   ${taken.answers} answers`,
    );
  };
  const timer = setInterval(sample, SAMPLE_EVERY_MS);
  try {
    while (elapsed() < seconds) {
      await load.prepare(REQUESTS_PER_ROUND);
      runs.push(await load.drive({ ports: [api.port], connections, seconds: Math.max(seconds - elapsed(), 0.1) }));
    }
  } finally {
    clearInterval(timer);
  }
  sample();
  progress(`  ${await backlog(owner)} needs were unresolved at the end of the load`);
  const wrong = await wrongCounts(owner, ENGINE_STORE, promisedBy(...runs));
  await stage.servers.stopAll();
  return { samples, growthOfLastHalf: growthOfLastHalf(samples, elapsed()), wrong };
}

function growthOfLastHalf(samples: readonly MemorySample[], end: number): number {
  const middle = samples.find(({ seconds }) => seconds >= end / 2);
  const last = samples.at(-1);
  return middle === undefined || last === undefined ? 0 : last.api - middle.api;
}
