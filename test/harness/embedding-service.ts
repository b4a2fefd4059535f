import { type Server, createServer } from 'node:http';
import { listenLocally, stopServer } from './local-server.js';

/** An OpenAI-compatible embedding service on a free port, with vectors that the test defines. */
export interface EmbeddingService {
  /** With its version: `http://127.0.0.1:port/v1`. */
  readonly url: string;
  /** The texts of all requests that it answered normally. */
  readonly asked: string[];
  /** Each request with one of these texts gets a 400. */
  readonly refused: Set<string>;
  /** Number of calls that the engine has given up. */
  readonly abandoned: number;
  readonly callers: Array<{ model: unknown; authorization: string | undefined; path: string | undefined }>;
  /** Makes it answer with a fault from now on; null: normally. */
  answerWith(fault: Fault | null): void;
  /** Makes it answer requests from now on when `until` resolves. */
  wait(until: Promise<void>): void;
  close(): Promise<void>;
}

export interface Fault {
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
  /** True: it never answers. */
  readonly hangs?: boolean;
}

/** @param vectors by text; any other text is far from all of them */
export async function startEmbeddingService(
  vectors: Readonly<Record<string, readonly number[]>>,
): Promise<EmbeddingService> {
  let fault: Fault | null = null;
  let until = Promise.resolve();
  let abandoned = 0;
  const asked: string[] = [];
  const refused = new Set<string>();
  const callers: EmbeddingService['callers'] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    response.on('close', () => (abandoned += response.writableFinished ? 0 : 1));
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      // It has no model that writes or judges.
      if (!request.url?.endsWith('/embeddings')) return void response.writeHead(404).end('{}');
      const { model, input } = JSON.parse(Buffer.concat(parts).toString()) as { model: unknown; input: string[] };
      callers.push({ model, authorization: request.headers.authorization, path: request.url });
      if (fault?.hangs === true) return;
      if (input.some((text) => refused.has(text))) return void response.writeHead(400).end('{"error":{}}');
      if (fault === null) asked.push(...input);
      const data = input.map((text, index) => ({
        object: 'embedding',
        index,
        embedding: [...(vectors[text] ?? [0, 0, 0]), vectors[text] === undefined ? 1 : 0],
      }));
      const body = fault?.body ?? JSON.stringify({ object: 'list', model, data: data.toReversed() });
      const head = { 'content-type': 'application/json', ...fault?.headers };
      const status = fault?.status ?? 200;
      void until.then(() => response.writeHead(status, head).end(body));
    });
  });
  return {
    url: `${await listenLocally(server)}/v1`,
    asked,
    refused,
    get abandoned() {
      return abandoned;
    },
    callers,
    answerWith: (next) => {
      fault = next;
    },
    wait: (next) => {
      until = next;
    },
    close: () => stopServer(server),
  };
}
