import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The environment of every process. All of them share a compile cache, so that code is compiled once. */
export const BASE_ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: join(tmpdir(), 'readiness-engine-test-code'),
};

/** One of the engine's processes, as in production, with only the given variables in its environment. */
export class EngineProcess {
  private readonly child: ChildProcess;
  private text = '';

  /** Resolves with its exit status after it has ended and its output is read; null: a signal ended it. */
  readonly ended: Promise<number | null>;

  constructor(app: 'api' | 'worker' | 'migrate', environment: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [`dist/bin/${app}.js`], {
      env: { ...BASE_ENVIRONMENT, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', (status) => resolve(status)));
  }

  /** Its output so far. */
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

  /** Sends SIGKILL, and waits until the process has ended. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
