import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bench/harness/stage/ports.js';
import { BASE_ENVIRONMENT } from './engine-process.js';

interface StandaloneProcess {
  readonly child: ChildProcess;
  /** Its output so far. */
  readonly output: () => string;
  /** Its exit status, once it has ended. */
  readonly ended: Promise<number | null>;
}

/** Runs `npm start` in a new data folder and on a free port. */
export class Standalone {
  /** The process that was started last. */
  latest: StandaloneProcess | undefined;
  private readonly children: ChildProcess[] = [];

  private constructor(
    readonly folder: string,
    readonly port: number,
  ) {}

  /** The folder is private, like a clone in root's home: another user cannot read it for PostgreSQL. */
  static async create(): Promise<Standalone> {
    return new Standalone(await mkdtemp(join(tmpdir(), 'engine-standalone-')), await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  start(environment: Record<string, string> = {}): StandaloneProcess {
    const child = spawn(process.execPath, ['dist/bin/standalone.js'], {
      env: {
        ...BASE_ENVIRONMENT,
        DATA_DIR: this.folder,
        PORT: String(this.port),
        METRICS_PORT: '0',
        LOG_LEVEL: 'silent',
        ...environment,
      },
    });
    this.children.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    this.latest = { child, output: () => text, ended: new Promise((resolve) => child.once('exit', resolve)) };
    return this.latest;
  }

  /** Stops all processes, and removes the folder. */
  async remove(): Promise<void> {
    for (const child of this.children.splice(0)) {
      child.kill('SIGINT');
      if (child.exitCode === null && child.signalCode === null)
        await new Promise((resolve) => child.once('exit', resolve));
    }
    // The PostgreSQL of an engine that is stopped while it starts ends a moment later.
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
