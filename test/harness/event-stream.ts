import { eventually } from './eventually.js';

interface StreamedEvent {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly ids: string[] | null };
}

/** The stream of changes, as the EventSource of a browser reads it. It uses `fetch`, because the stream has no end. */
export class EventStream {
  readonly events: StreamedEvent[] = [];
  /** All received text. */
  text = '';
  /** The positions in the order in which they came. */
  readonly ids: string[] = [];
  ended = false;
  status = 0;
  headers = new Headers();
  private readonly closing = new AbortController();

  /**
   * Opens the stream and, unless the engine refuses it, waits for its first event.
   * @param url of the engine
   */
  static async open(url: string, token: string, lastEventId?: string): Promise<EventStream> {
    const stream = new EventStream();
    const headers = {
      authorization: `Bearer ${token}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    const response = await fetch(`${url}/engine/v1/admin/events`, { headers, signal: stream.closing.signal });
    stream.status = response.status;
    stream.headers = response.headers;
    if (response.status === 200 && response.body !== null) {
      void stream
        .read(response.body)
        .catch(() => undefined)
        .finally(() => (stream.ended = true));
      await eventually(async () => {
        if (stream.lastId === '') throw new Error('the stream does not begin');
      });
    } else await response.body?.cancel();
    return stream;
  }

  /** The position that it names when it reconnects. */
  get lastId(): string {
    return this.ids.at(-1) ?? '';
  }

  close(): void {
    this.closing.abort();
  }

  ofKind(event: string): StreamedEvent[] {
    return this.events.filter((one) => one.event === event);
  }

  /** How often it has contained a record. */
  timesSent(event: string, id: string): number {
    return this.ofKind(event).filter(({ data }) => data.ids?.includes(id)).length;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      this.text += chunk;
      rest += chunk;
      for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
        this.take(rest.slice(0, end));
        rest = rest.slice(end + 2);
      }
    }
  }

  private take(block: string): void {
    const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/, 2)));
    if (fields['id'] !== undefined) this.ids.push(fields['id']);
    if (fields['event'] !== undefined)
      this.events.push({ id: fields['id'], event: fields['event'], data: JSON.parse(fields['data']) });
  }
}
