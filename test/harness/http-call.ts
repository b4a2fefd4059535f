import supertest from 'supertest';

export interface HttpCall {
  readonly headers?: Readonly<Record<string, string>>;
  /** As it is sent; its type is a header. */
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Sends a request as it is given, for calls that the typed client does not make, and follows no redirect. Only a spec
 * that reads or sends a stream, uploads a file or aborts a request uses `fetch` itself.
 */
export async function httpCall(
  method: string,
  url: string,
  { headers = {}, body }: HttpCall = {},
): Promise<HttpResponse> {
  const request = new supertest.Test(url, method, '').set(headers).buffer(true).parse(readText);
  const response = await (body === undefined ? request : request.send(body));
  // A response to HEAD is not parsed.
  const text: unknown = response.body;
  return { status: response.status, headers: headersOf(response.headers), text: typeof text === 'string' ? text : '' };
}

function readText(message: supertest.Response, done: (error: Error | null, text: string) => void): void {
  let text = '';
  message.setEncoding('utf8');
  message.on('data', (chunk) => (text += String(chunk)));
  message.on('end', () => done(null, text));
}

/** Node gives a header that is sent several times, such as `set-cookie`, as an array. */
function headersOf(received: Readonly<Record<string, string | string[]>>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(received))
    for (const value of [values].flat()) headers.append(name, value);
  return headers;
}
