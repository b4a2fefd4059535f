import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Variables } from './compose-file.js';

/** A service's command as a process, with nothing in its environment but what the service is given. */
export class ServiceProcess {
  private text = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor([program = '', ...args]: readonly string[], environment: Variables = {}, folder = process.cwd()) {
    const binary = program === 'node' ? process.execPath : program;
    this.child = spawn(binary, args, {
      cwd: folder,
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.text += chunk.toString('utf8')));
    this.ended = once(this.child, 'close').then(([status]) => status as number | null);
  }

  /** All that it has printed. */
  get output(): string {
    return this.text;
  }

  /** Its exit status, once it has ended; null: a signal ended it. */
  end(): Promise<number | null> {
    return this.ended;
  }

  /** Stops it as an orchestrator does. */
  async stop(): Promise<{ status: number | null; milliseconds: number }> {
    const began = performance.now();
    this.child.kill('SIGTERM');
    return { status: await this.ended, milliseconds: performance.now() - began };
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}
