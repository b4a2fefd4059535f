import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';

/** When to ask again, in seconds. */
const RETRY_AFTER = '2';

/**
 * Answers on the process's port while it waits for what it stands on, so that an orchestrator sees a live process that
 * is not ready, and does not kill it: `…/live` 200, `…/ready` 503 with what is waited for, all else 503 to come back
 * later.
 */
export class WaitingRoom {
  private server: Server | null = null;
  private waitsFor = '';

  constructor(
    private readonly port: number,
    private readonly host: string,
  ) {}

  /** Opens where it is not open yet. A port that cannot be had is told of by the one that is waited for. */
  async tell(waitsFor: string): Promise<void> {
    this.waitsFor = waitsFor;
    if (this.server !== null) return;
    const server = createServer((request, response) => this.answer(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.once('error', () => resolve()).listen(this.port, this.host, resolve));
  }

  /** Leaves the port to the one that was waited for. */
  async close(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  private answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    if (url.endsWith('/live')) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok","checks":{}}');
    } else if (url.endsWith('/ready')) {
      const problem = { type: 'about:blank', status: 503, code: 'not_ready', detail: this.waitsFor };
      response.writeHead(503, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
    } else {
      response
        .writeHead(503, { 'content-type': 'application/json', 'retry-after': RETRY_AFTER })
        .end('{"error":"unavailable"}');
    }
  }
}
