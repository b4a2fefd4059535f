import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process is started with in any case; code that was compiled for one is not compiled again for the next. */
export const STARTING = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: join(tmpdir(), 'readiness-engine-test-code'),
};

/** One of the engine's processes, as it is run in production, with nothing in its environment but what is given. */
export class EngineProcess {
  private readonly child: ChildProcess;
  private text = '';

  /** Its exit status, once it is gone and all that it printed is read; null where a signal ended it. */
  readonly ended: Promise<number | null>;

  constructor(app: 'api' | 'worker' | 'migrate', environment: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [`dist/bin/${app}.js`], {
      env: { ...STARTING, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', (status) => resolve(status)));
  }

  /** All that it printed so far. */
  get output(): string {
    return this.text;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  send(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** `kill -9`, and waits until it is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
