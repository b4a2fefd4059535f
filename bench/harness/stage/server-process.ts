import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { canConnect } from './ports.js';

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 15_000;

export interface ServerOptions {
  readonly name: string;
  /** Node's own options, then the program. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Receives what the server prints. */
  readonly logFile: string;
  /** The port on which it will listen; null: none. */
  readonly port: number | null;
  /** The port of its probes and metrics; unset or null: none. */
  readonly metricsPort?: number | null;
}

/** A server or worker in a separate process, which inherits only the PATH. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly options: ServerOptions,
  ) {}

  /** Resolves when the process accepts connections. @throws Error with the end of its log if it does not */
  static async start(options: ServerOptions): Promise<ServerProcess> {
    const log = openSync(options.logFile, 'a');
    const environment = { PATH: process.env['PATH'] ?? '', ...options.environment };
    const child = spawn(process.execPath, [...options.command], { env: environment, stdio: ['ignore', log, log] });
    closeSync(log);
    const server = new ServerProcess(child, options);
    try {
      if (options.port !== null) await server.accepts(options.port);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  get port(): number {
    if (this.options.port === null) throw new Error(`${this.options.name} serves nobody`);
    return this.options.port;
  }

  /** Calls a path of the port for probes and metrics. @throws Error if the answer is no 200 */
  async probe(path: '/ready' | '/metrics'): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${this.options.metricsPort}${path}`);
    if (response.status !== 200) throw new Error(`${this.options.name} answered ${response.status} to ${path}`);
    return response.text();
  }

  /** @throws Error with the end of its log if it does not get ready */
  async untilReady(): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    for (;;) {
      this.assertRunning();
      const failure = await this.probe('/ready').then(
        () => null,
        (error: unknown) => error,
      );
      if (failure === null) return;
      if (Date.now() > deadline)
        throw new Error(`${this.options.name} is not ready: ${this.logEnd()}`, { cause: failure });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** @throws Error with the end of its log if the process has ended */
  assertRunning(): void {
    if (!this.isRunning)
      throw new Error(
        `${this.options.name} has ended (${this.child.signalCode ?? this.child.exitCode}): ${this.logEnd()}`,
      );
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Resident memory in MiB. */
  residentMemory(): number {
    this.assertRunning();
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  }

  /** What is left in V8's heap and outside of it after all garbage was collected, in MiB: `heap-on-signal.ts`. */
  async retainedHeap(): Promise<number> {
    const file = this.options.environment['BENCH_HEAP'];
    if (file === undefined) throw new Error(`${this.options.name} does not report its heap`);
    rmSync(file, { force: true });
    this.child.kill('SIGURG');
    while (!existsSync(file)) {
      this.assertRunning();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { bytes } = JSON.parse(readFileSync(file, 'utf8')) as { bytes: number };
    return bytes / 1024 / 1024;
  }

  /** The peak of resident memory, in MiB. */
  peakMemory(): number {
    this.assertRunning();
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  }

  /** Processor time used so far, in seconds. */
  processorSeconds(): number {
    this.assertRunning();
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  async stop(): Promise<void> {
    if (!this.isRunning) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(late);
  }

  private async accepts(port: number): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await canConnect(port))) {
      this.assertRunning();
      if (Date.now() > deadline)
        throw new Error(`${this.options.name} does not listen after ${START_TIMEOUT_MS / 1000} s: ${this.logEnd()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private logEnd(): string {
    return readFileSync(this.options.logFile, 'utf8').slice(-2_000);
  }
}
