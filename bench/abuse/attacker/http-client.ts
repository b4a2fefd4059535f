import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { ResponseCounts, NoResponse } from './response-counts.js';

const TIMEOUT_MS = 45_000;

export interface Call {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Reply {
  readonly status: number | NoResponse;
  /** Empty without a response. */
  readonly body: string;
  readonly retryAfter?: string;
}

/** Calls the engine over persistent connections. Every outcome is counted, and none is thrown. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly port: number,
    private readonly answers: ResponseCounts,
  ) {}

  async call(call: Call): Promise<Reply> {
    const reply = await this.send(call);
    this.answers.add(reply.status, reply.body.length);
    if ((reply.status === 429 || reply.status === 503) && reply.retryAfter === undefined)
      this.answers.withoutRetryAfter++;
    return reply;
  }

  close(): void {
    this.agent.destroy();
  }

  private send({ method, path, headers = {}, body = '' }: Call): Promise<Reply> {
    return new Promise((resolve) => {
      const noAnswer = (status: NoResponse): void => resolve({ status, body: '' });
      const bytes = Buffer.from(body);
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.port,
          agent: this.agent,
          method,
          path,
          headers: { ...headers, ...(bytes.length > 0 ? { 'content-length': bytes.length } : {}) },
        },
        (response) => {
          buffer(response).then(
            (answer) =>
              resolve({
                status: response.statusCode ?? 0,
                body: answer.toString('latin1'),
                retryAfter: response.headers['retry-after'],
              }),
            () => noAnswer('closed'),
          );
        },
      );
      sent.setTimeout(TIMEOUT_MS, () => {
        noAnswer('timeout');
        sent.destroy();
      });
      sent.on('error', (error: NodeJS.ErrnoException) =>
        noAnswer(error.code === 'ECONNREFUSED' ? 'refused' : 'closed'),
      );
      sent.end(bytes);
    });
  }
}
