import { ask } from './engine-http.js';
import { openDownload } from './open-download.js';
import { type Fields, ShapeError, fieldsOf, parseJson } from './json.js';
import { notTheEngine, problemOf } from './problem.js';

const PAGE = 200;

/**
 * A call of the operator API (contract, "Operator API"), whose response is validated. Throws `CommandError` for every
 * failure.
 */
export class OperatorCalls {
  constructor(
    private readonly url: string,
    private readonly token: string,
    /** How long to wait for a response. */
    private readonly timeoutS?: number,
  ) {}

  /** @param path below `/engine/v1/operator` */
  async call<T>(method: string, path: string, body: object | undefined, read: (answer: Fields) => T): Promise<T> {
    const answer = await ask(this.url, `/engine/v1/operator${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      timeoutS: this.timeoutS,
    });
    if (answer.status < 200 || answer.status > 299) throw problemOf(this.url, answer);
    try {
      return read(fieldsOf(parseJson(answer.text)));
    } catch (error) {
      throw error instanceof ShapeError ? notTheEngine(this.url, answer.status) : error;
    }
  }

  /** A call that is answered without a body. */
  async send(method: string, path: string): Promise<void> {
    const headers = { authorization: `Bearer ${this.token}` };
    const answer = await ask(this.url, `/engine/v1/operator${path}`, { method, headers, timeoutS: this.timeoutS });
    if (answer.status < 200 || answer.status > 299) throw problemOf(this.url, answer);
  }

  /** The body of a response as it arrives. */
  download(path: string): Promise<ReadableStream<Uint8Array>> {
    const headers = { authorization: `Bearer ${this.token}` };
    return openDownload(this.url, `/engine/v1/operator${path}`, { headers, timeoutS: this.timeoutS });
  }

  /** All items of a list, page after page. */
  async all<T>(path: string, query: Readonly<Record<string, string>>, read: (item: unknown) => T): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: T[]; nextCursor: string | null } = await this.page(
        path,
        { ...query, limit: String(PAGE), ...(cursor === null ? {} : { cursor }) },
        read,
      );
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return items;
  }

  page<T>(
    path: string,
    query: Readonly<Record<string, string>>,
    read: (item: unknown) => T,
  ): Promise<{ items: T[]; nextCursor: string | null }> {
    return this.call('GET', `${path}?${new URLSearchParams(query)}`, undefined, (answer) => ({
      items: answer.list('items').map(read),
      nextCursor: answer.textOrNull('nextCursor'),
    }));
  }
}
