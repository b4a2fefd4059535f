import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Sends what `httpCall` would not: bytes as they stand, on a connection of their own, until the server closes it. */
export function speak(url: string, ...parts: Array<string | Buffer>): Promise<string> {
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
          socket.end();
        })(),
    );
    let heard = '';
    socket.setEncoding('utf8').on('data', (text) => (heard += String(text)));
    socket.on('error', () => undefined).on('close', () => resolve(heard));
  });
}

/** The status of a response as it was sent, after any `100 Continue`. */
export const statusIn = (heard: string): number =>
  Number(/^HTTP\/1\.1 (\d{3}) /m.exec(heard.replace(/^HTTP\/1\.1 100 [^\n]*\r\n\r\n/, ''))?.[1]);
