import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bench/harness/stage/ports.js';
import { BASE_ENVIRONMENT } from './engine-process.js';
import { eventually } from './eventually.js';
import { httpCall } from './http-call.js';
import { type TestTenant, tenantOf } from './tenant.js';

/** Long enough for a busy machine. */
export const START_MS = 120_000;

/** The stored credentials of the demo tenant. */
export interface DemoCredentials {
  readonly signingSecret: string;
  readonly adminToken: string;
  /** False or undefined: the demo tenant is still being created. */
  readonly complete?: boolean;
  readonly login: { readonly email: string; readonly password: string };
}

interface StandaloneProcess {
  readonly child: ChildProcess;
  /** Its output so far. */
  readonly output: () => string;
  /** Its exit status, once it has ended. */
  readonly ended: Promise<number | null>;
  /** Sends it a signal. @returns its exit status */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Runs `npm start` in a new data folder and on a free port. */
export class Standalone {
  /** The process that was started last. */
  latest: StandaloneProcess | undefined;
  private readonly children: ChildProcess[] = [];

  private constructor(
    /** It is private, like a clone in root's home: another user cannot read it for PostgreSQL. */
    readonly parentFolder: string,
    readonly port: number,
  ) {}

  static async create(): Promise<Standalone> {
    const standalone = new Standalone(await mkdtemp(join(tmpdir(), 'engine-standalone-')), await freePort());
    await mkdir(standalone.folder);
    return standalone;
  }

  /** The data folder. */
  get folder(): string {
    return join(this.parentFolder, 'data');
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
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const end = (signal: NodeJS.Signals): typeof ended => {
      child.kill(signal);
      return ended;
    };
    this.latest = { child, output: () => text, ended, end };
    return this.latest;
  }

  /** Waits until the engine is ready and its demo tenant complete. @returns the tenant */
  async ready(): Promise<TestTenant> {
    await eventually(async () => {
      if (typeof this.latest?.child.exitCode === 'number')
        throw new Error(`The engine has ended:\n${this.latest.output()}`);
      const { status } = await httpCall('GET', `${this.url}/engine/health/ready`);
      const { complete } = await this.credentials();
      if (status !== 200 || complete !== true) throw new Error(`not complete, and readiness answers ${status}`);
    }, START_MS);
    return this.demoTenant();
  }

  async demoTenant(): Promise<TestTenant> {
    return tenantOf(this.url, 'acme', await this.credentials());
  }

  async credentials(): Promise<DemoCredentials> {
    return JSON.parse(await readFile(join(this.folder, 'demo.json'), 'utf8')) as DemoCredentials;
  }

  /** Stops all processes, and removes the folders. */
  async remove(): Promise<void> {
    for (const child of this.children.splice(0)) {
      child.kill('SIGINT');
      if (child.exitCode === null && child.signalCode === null)
        await new Promise((resolve) => child.once('exit', resolve));
    }
    // The PostgreSQL of an engine that is stopped while it starts ends a moment later.
    await rm(this.parentFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
