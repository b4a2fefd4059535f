import { type IncomingMessage, STATUS_CODES, type Server, type ServerResponse, createServer } from 'node:http';

const WEBHOOK = '/engine/v1/integration/';
const SCIM = '/engine/scim/v2';
const STARTS = 'the engine starts: try again in a moment';
/** Seconds. */
const RETRY_AFTER = '2';

/**
 * Answers on a port of the process while the process waits for its dependencies, so that an orchestrator sees a live
 * process that is not ready, and does not kill it. `…/live` answers 200, `…/ready` 503 with what the process waits for,
 * and all other paths 503 with `Retry-After`, each in its own format.
 */
export class StartUpServer {
  private server: Server | null = null;
  private waitsFor = '';

  constructor(
    private readonly port: number,
    private readonly host: string,
  ) {}

  /**
   * Opens the port on the first call. If the port is in use, the application that listens on it later reports the
   * error.
   */
  async report(waitsFor: string): Promise<void> {
    this.waitsFor = waitsFor;
    if (this.server !== null) return;
    const server = createServer((request, response) => this.answer(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.once('error', () => resolve()).listen(this.port, this.host, resolve));
  }

  /** Releases the port for the application. */
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
      refuse(response, 'not_ready', this.waitsFor);
    } else if (url.startsWith(WEBHOOK)) {
      response
        .writeHead(503, { 'content-type': 'application/json', 'retry-after': RETRY_AFTER })
        .end('{"error":"unavailable"}');
    } else if (url.startsWith(SCIM)) {
      const error = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '503', detail: STARTS };
      response
        .writeHead(503, { 'content-type': 'application/scim+json', 'retry-after': RETRY_AFTER })
        .end(JSON.stringify(error));
    } else {
      refuse(response.setHeader('retry-after', RETRY_AFTER), 'unavailable', STARTS);
    }
  }
}

function refuse(response: ServerResponse, code: string, detail: string): void {
  const problem = { type: 'about:blank', status: 503, title: STATUS_CODES[503], code, detail };
  response.writeHead(503, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
}
