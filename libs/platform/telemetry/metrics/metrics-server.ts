import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { once } from 'node:events';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { messageOf } from '../../thrown/index.js';
import { metricsContentType, metricsText, watchProcess } from './instruments.js';
import { Readings } from './readings.js';

interface PlainResponse {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * `GET /metrics` on a separate port, which stays internal while the api is public. If the port is in use, the process
 * logs a warning and runs without metrics: api and worker often share a host, and both are more important than
 * metrics.
 */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(MetricsServer.name);
  private readonly server: Server = createServer((request, response) => {
    this.answer(request, response).catch((error: unknown) => {
      this.log.warn(`a scrape or a probe is answered 500: ${messageOf(error)}`);
      response.writeHead(500).end();
    });
  });
  private readonly answers = new Map<string, () => Promise<PlainResponse>>([['/metrics', () => this.metrics()]]);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly readings: Readings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { host, metricsPort } = this.config;
    watchProcess();
    try {
      this.server.listen(metricsPort, host);
      await once(this.server, 'listening');
      this.log.log(`metrics and probes are at ${host}, port ${this.port}`);
    } catch (error) {
      this.log.warn(
        `METRICS_PORT ${metricsPort} on ${host} cannot be listened on: ${messageOf(error)}; there are no metrics of this process`,
      );
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.server.closeAllConnections();
    if (this.server.listening) await new Promise((resolve) => this.server.close(resolve));
  }

  /**
   * The actual port, for example if `METRICS_PORT=0` left the choice to the operating system; null: the port was in
   * use.
   */
  get port(): number | null {
    const address = this.server.address();
    return typeof address === 'object' ? (address?.port ?? null) : null;
  }

  /** Adds a handler for `GET path`, beside `/metrics`. */
  serve(path: string, answer: () => Promise<PlainResponse>): void {
    this.answers.set(path, answer);
  }

  private async answer({ method, url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = method === 'GET' ? this.answers.get(url.split('?', 1)[0] ?? '') : undefined;
    if (answer === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { status, type, body } = await answer();
    response.writeHead(status, { 'content-type': type }).end(body);
  }

  private async metrics(): Promise<PlainResponse> {
    await this.readings.refresh();
    return { status: 200, type: metricsContentType, body: await metricsText() };
  }
}
