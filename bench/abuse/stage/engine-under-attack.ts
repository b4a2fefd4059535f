import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerProcess } from '../../harness/stage/server-process.js';

/** The heap of a small container, so that memory leaks become visible. */
const HEAP_MB = 384;
const READY_TIMEOUT_MS = 60_000;

/** In nanoseconds, as the scheduler of Linux counts them (Documentation/scheduler/sched-stats). */
export interface ProcessorTime {
  readonly ran: number;
  readonly waited: number;
}

/**
 * The engine as `npm start` runs it: api, worker and, unless the environment names a database, PostgreSQL. Restarted
 * if an attack ended it.
 */
export class EngineUnderAttack {
  private server: ServerProcess | null = null;

  /**
   * @param folder for its data, its temporary files and its log
   * @param environment further variables
   */
  constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  async startIfEnded(): Promise<void> {
    if (this.isRunning) return;
    mkdirSync(join(this.folder, 'tmp'), { recursive: true });
    const command = [...startFlags(), `--max-old-space-size=${HEAP_MB}`, 'dist/bin/standalone.js'];
    const environment = {
      DATA_DIR: join(this.folder, 'data'),
      TMPDIR: join(this.folder, 'tmp'),
      PORT: String(this.port),
      METRICS_PORT: '0',
      LOG_LEVEL: 'info',
      ...this.environment,
    };
    this.server = await ServerProcess.start({
      name: 'engine',
      command,
      environment,
      logFile: this.logFile,
      port: this.port,
    });
    await this.ready();
  }

  get isRunning(): boolean {
    return this.server?.isRunning === true;
  }

  /** Resident memory in MiB. */
  residentMemory(): number {
    return this.running.residentMemory();
  }

  /** The peak of resident memory since `forgetPeak`, in MiB. */
  peakMemory(): number {
    return this.running.peakMemory();
  }

  /** Resets the peak (proc_pid_clear_refs(5): "5" resets VmHWM). */
  forgetPeak(): void {
    writeFileSync(`/proc/${this.running.pid}/clear_refs`, '5');
  }

  /** How long its main thread has run, and has waited for a processor that others used. */
  processorTime(): ProcessorTime {
    const [ran = 0, waited = 0] = readFileSync(`/proc/${this.running.pid}/schedstat`, 'utf8').split(' ').map(Number);
    return { ran, waited };
  }

  /** Size of its log in bytes. */
  logBytes(): number {
    return statSync(this.logFile).size;
  }

  /** The end of the log. */
  logEnd(): string {
    if (!existsSync(this.logFile)) return '';
    return readFileSync(this.logFile, 'utf8').slice(-4_000);
  }

  /** Size of its open but unlinked files: bodies that it spools to disk. */
  spooledBytes(): number {
    if (!this.isRunning) return 0;
    const descriptors = `/proc/${this.running.pid}/fd`;
    return readdirSync(descriptors).reduce((sum, name) => sum + namelessBytes(join(descriptors, name)), 0);
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  private get running(): ServerProcess {
    if (this.server === null) throw new Error('the engine is not started');
    return this.server;
  }

  private get logFile(): string {
    return join(this.folder, 'engine.log');
  }

  private async ready(): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    for (;;) {
      const status = await fetch(`http://127.0.0.1:${this.port}/engine/health/ready`, {
        headers: { connection: 'close' },
      }).then(
        (response) => response.status,
        () => 0,
      );
      if (status === 200) return;
      this.running.assertRunning();
      if (Date.now() > deadline)
        throw new Error(`the engine is not ready after ${READY_TIMEOUT_MS / 1_000} s: ${this.logEnd()}`);
      await sleep(50);
    }
  }
}

/** Node's options in `npm start`. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

function namelessBytes(descriptor: string): number {
  try {
    const file = statSync(descriptor);
    return file.isFile() && file.nlink === 0 ? file.size : 0;
  } catch {
    // Closed since the folder was read.
    return 0;
  }
}
