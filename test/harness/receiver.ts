import { createHmac } from 'node:crypto';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect } from '@jest/globals';
import { eventually } from './eventually.js';
import { listenLocally, localUrl, stopServer } from './local-server.js';

/** A received message. */
export interface Received {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: { readonly id: string; readonly status: string; readonly version: number };
  };
}

/** A server that receives webhooks. */
export class Receiver {
  readonly received: Received[] = [];
  /** Its response. */
  status = 200;
  headers: OutgoingHttpHeaders = {};
  private readonly server = createServer((request, response) => {
    void text(request).then((body) => {
      this.received.push({
        id: String(request.headers['webhook-id']),
        headers: request.headers,
        body,
        event: JSON.parse(body),
      });
      response.writeHead(this.status, this.headers).end(`answered ${this.status}`);
    });
  });

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    await listenLocally(receiver.server);
    return receiver;
  }

  get url(): string {
    return `${localUrl(this.server)}/hook?key=k`;
  }

  /** The types of the received events, in the order of their arrival. */
  get types(): string[] {
    return this.events.map(({ event }) => event.type);
  }

  ofType(type: string): Received[] {
    return this.events.filter(({ event }) => event.type === type);
  }

  /** How many signatures of each received message a secret verifies. */
  verifiedBy(secret: string): number[] {
    return this.received.map((message) => signaturesBy(secret, message));
  }

  /** The received messages, each once: one may be sent again on a busy machine, with the same id. */
  private get events(): Received[] {
    const ids = this.received.map(({ id }) => id);
    return this.received.filter(({ id }, index) => ids.indexOf(id) === index);
  }

  close(): Promise<void> {
    return stopServer(this.server);
  }
}

/** Waits until exactly one message of a type has arrived. */
export async function oneOfType(receiver: Receiver, type: string): Promise<Received> {
  await eventually(async () => expect(receiver.ofType(type)).toHaveLength(1));
  const [message] = receiver.ofType(type);
  if (message === undefined) throw new Error(`no ${type}`);
  return message;
}

/** The number of a message's signatures that a secret verifies (standardwebhooks.com). */
export function signaturesBy(secret: string, { headers, body }: Received): number {
  const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.');
  const expected = `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(signed)
    .digest('base64')}`;
  return String(headers['webhook-signature'])
    .split(' ')
    .filter((signature) => signature === expected).length;
}
