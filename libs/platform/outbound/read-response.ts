import type { IncomingMessage } from 'node:http';
import { OutboundError } from './outbound.error.js';

export interface ResponseLimit {
  readonly maxBytes: number;
  /** Whether a body is truncated that is larger, breaks off or comes too late; otherwise it is an error. */
  readonly cut: boolean;
}

/** Statuses whose responses have no body (WHATWG Fetch, "null body status"). */
const WITHOUT_BODY = new Set([204, 205, 304]);

/** Reads a response up to its limit. @throws OutboundError */
export async function readResponse(message: IncomingMessage, limit: ResponseLimit): Promise<Response> {
  const status = message.statusCode ?? 0;
  if (status < 200 || status > 599) throw new OutboundError('unreachable', `answers with the invalid status ${status}`);
  const body = await readBody(message, limit);
  return new Response(WITHOUT_BODY.has(status) ? null : body, { status, headers: headersOf(message) });
}

async function readBody(message: IncomingMessage, { maxBytes, cut }: ResponseLimit): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Leaving the loop closes the connection.
    for await (const chunk of message as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxBytes && !cut) throw new OutboundError('too_large', `answers with more than ${maxBytes} bytes`);
      if (length >= maxBytes && cut) break;
    }
  } catch (error) {
    if (!cut) throw error;
  }
  return Buffer.concat(chunks, Math.min(length, maxBytes));
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  return headers;
}
