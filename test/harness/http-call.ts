import { IncomingMessage } from 'node:http';
import supertest from 'supertest';

export interface HttpCall {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent unchanged, without a `content-type` unless `headers` has one; a form sets its own. */
  readonly body?: string | Uint8Array | FormData | undefined;
  /** Time limit for the response. */
  readonly timeoutMs?: number;
}

/** Statuses of responses without a body. */
const WITHOUT_BODY = [204, 205, 304];

/**
 * Sends a request unchanged, for calls that the typed client does not support. Follows no redirect, and reads the
 * complete response; an event stream, which does not end, gets an empty body.
 */
export async function httpCall(
  method: string,
  url: string | URL,
  { headers = {}, body, timeoutMs }: HttpCall = {},
): Promise<Response> {
  const { type, bytes } = await encodedBody(body);
  const request = new supertest.Test(String(url), method, '')
    .set({ ...type, ...headers })
    .buffer(true)
    .parse(readBytes);
  if (timeoutMs !== undefined) request.timeout(timeoutMs);
  // supertest serialises values other than strings, and adds a content type to strings.
  const received = await (bytes === undefined ? request : request.serialize((sent) => sent).send(bytes));
  return new Response(
    // supertest does not parse the response to HEAD.
    method === 'HEAD' || WITHOUT_BODY.includes(received.status) ? null : received.body,
    { status: received.status, headers: headersOf(received.headers) },
  );
}

async function encodedBody(body: HttpCall['body']): Promise<{ type?: Record<string, string>; bytes?: Buffer }> {
  if (body === undefined) return {};
  if (!(body instanceof FormData)) return { bytes: Buffer.from(body) };
  const encoded = new Response(body);
  return {
    type: { 'content-type': encoded.headers.get('content-type') ?? '' },
    bytes: Buffer.from(await encoded.arrayBuffer()),
  };
}

function readBytes(message: supertest.Response, done: (error: Error | null, bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  if (message.headers['content-type']?.startsWith('text/event-stream')) {
    done(null, Buffer.alloc(0));
    if (message instanceof IncomingMessage) message.destroy();
    return;
  }
  message.on('data', (chunk: Buffer) => chunks.push(chunk));
  message.on('end', () => done(null, Buffer.concat(chunks)));
}

/** Node returns a header that occurs several times, such as `set-cookie`, as an array. */
function headersOf(received: Readonly<Record<string, string | string[]>>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(received))
    for (const value of [values].flat()) headers.append(name, value);
  return headers;
}
