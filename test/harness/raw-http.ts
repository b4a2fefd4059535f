import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Sends bytes unchanged, which `httpCall` cannot, on a new connection, and waits until the server closes it.
 * @returns everything that the server sends
 */
export const exchangeBytes = (url: string, ...parts: Array<string | Buffer>): Promise<string> =>
  exchange(url, parts, { ends: false });

/** The same, for a request that is not complete: ends the client's half of the connection after the last part. */
export const sendAndEnd = (url: string, ...parts: Array<string | Buffer>): Promise<string> =>
  exchange(url, parts, { ends: true });

function exchange(url: string, parts: Array<string | Buffer>, { ends }: { ends: boolean }): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(
      Number(port),
      hostname,
      () =>
        void (async () => {
          for (const part of parts) {
            if (socket.writable) socket.write(part);
            await sleep(20);
          }
          if (ends) socket.end();
        })(),
    );
    let received = '';
    socket.setEncoding('utf8').on('data', (text) => (received += String(text)));
    socket.on('error', () => undefined).on('close', () => resolve(received));
  });
}

/** The status of a response as it was sent, after any `100 Continue`. */
export const statusIn = (received: string): number =>
  Number(/^HTTP\/1\.1 (\d{3}) /m.exec(received.replace(/^HTTP\/1\.1 100 [^\n]*\r\n\r\n/, ''))?.[1]);
