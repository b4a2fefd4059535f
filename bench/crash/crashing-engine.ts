import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerProcess } from '../harness/stage/server-process.js';
import { freePort } from '../harness/stage/ports.js';

export interface CrashTenant {
  readonly slug: string;
  readonly signingSecret: string;
  readonly adminToken: string;
}

const RESOLVE_TIMEOUT_MS = 300_000;

/** The engine with its embedded database, as `npm start` runs it, to be killed and restarted on the same folder. */
export class CrashingEngine {
  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private server: ServerProcess,
  ) {}

  static async start(folder: string): Promise<CrashingEngine> {
    const port = await freePort();
    return new CrashingEngine(folder, port, await launch(folder, port));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** `kill -9`; the database server stays behind as an orphan. Resolves when the next engine is ready. */
  async killAndRestart(): Promise<void> {
    this.server.signal('SIGKILL');
    while (this.server.isRunning) await sleep(5);
    this.server = await launch(this.folder, this.port);
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  async createTenant(slug: string): Promise<CrashTenant> {
    const token = (await readFile(join(this.folder, 'operator.token'), 'utf8')).trim();
    const response = await fetch(`${this.url}/engine/v1/operator/tenants`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ slug, name: slug }),
    });
    const { signingSecret, adminToken } = (await response.json()) as { signingSecret: string; adminToken: string };
    return { slug, signingSecret, adminToken };
  }

  /** @returns how many seconds after the last response the last need was resolved */
  async waitUntilResolved({ adminToken }: CrashTenant): Promise<number> {
    const began = performance.now();
    for (;;) {
      const response = await fetch(`${this.url}/engine/v1/admin/needs?recommendation=pending&limit=1`, {
        headers: { authorization: `Bearer ${adminToken}` },
      });
      const { items } = (await response.json()) as { items: unknown[] };
      if (items.length === 0) return (performance.now() - began) / 1_000;
      if (performance.now() - began > RESOLVE_TIMEOUT_MS) throw new Error('needs are still pending after five minutes');
      await sleep(200);
    }
  }
}

function launch(folder: string, port: number): Promise<ServerProcess> {
  const environment = { DATA_DIR: folder, PORT: String(port), METRICS_PORT: '0', LOG_LEVEL: 'warn' };
  return ServerProcess.start({
    name: 'engine',
    command: ['dist/apps/standalone/main.js'],
    environment,
    logFile: join(folder, 'engine.log'),
    port,
  });
}
