import { type IncomingMessage, Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { CheckedAddress } from './checked-address.js';

const USER_AGENT = 'Readiness-Engine';

/** Each call has its own connection, because its address was checked for that call. */
const HTTP = new HttpAgent({ keepAlive: false });
const HTTPS = new HttpsAgent({ keepAlive: false });

/** Sends a request to the checked addresses, whatever the host's name resolves to now. Follows no redirect. */
export async function sendRequest(
  { url, addresses }: CheckedAddress,
  request: Request,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const body = Buffer.from(await request.arrayBuffer());
  const answered = Promise.withResolvers<IncomingMessage>();
  const options = {
    method: request.method,
    headers: { 'user-agent': USER_AGENT, ...Object.fromEntries(request.headers) },
    lookup: only(addresses),
    signal,
  };
  const sent =
    url.protocol === 'https:'
      ? requestHttps(url, { ...options, agent: HTTPS })
      : requestHttp(url, { ...options, agent: HTTP });
  // A response that switches protocols is no 'response', and Node then closes the connection without an error.
  sent.once('upgrade', (response, socket) => {
    socket.destroy();
    answered.resolve(response);
  });
  sent.once('response', answered.resolve).on('error', answered.reject);
  sent.once('close', () => answered.reject(new Error('the connection ended without a response')));
  sent.end(body.length > 0 ? body : undefined);
  return answered.promise;
}

/** A look-up that returns these addresses only. Node requests all of them when it can choose between them. */
function only(addresses: CheckedAddress['addresses']): LookupFunction {
  const [first] = addresses;
  return (_host, { all }, callback) => {
    if (all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}
