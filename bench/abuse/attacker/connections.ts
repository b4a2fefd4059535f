import { type Socket, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ResponseCounts } from './response-counts.js';

const STATUS_LINE = /^HTTP\/1\.1 (\d{3}) /;

/** Raw connections of an attacker that violates HTTP. */
export class AttackerConnections {
  private readonly sockets = new Set<Socket>();

  constructor(
    private readonly port: number,
    private readonly answers: ResponseCounts,
  ) {}

  /**
   * Opens a connection and sends the bytes. The status of its first response is counted, or `closed` if the engine
   * closes it without one.
   * @param ended called once, when it is answered, closed or failed
   * @param reads false: nothing that the engine sends is read from the socket
   */
  open(
    bytes: readonly Buffer[],
    { ended, reads = true }: { readonly ended?: () => void; readonly reads?: boolean } = {},
  ): Socket {
    const socket = connect({ port: this.port, host: '127.0.0.1' });
    this.sockets.add(socket);
    let isCounted = false;
    const count = (status: number | 'closed'): void => {
      if (isCounted || !this.sockets.has(socket)) return;
      isCounted = true;
      this.answers.add(status);
      ended?.();
    };
    socket.on('error', () => undefined);
    if (reads) {
      socket.on('data', (chunk: Buffer) => {
        const status = STATUS_LINE.exec(chunk.toString('latin1', 0, 16))?.[1];
        if (status !== undefined) count(Number(status));
      });
    }
    socket.on('close', () => {
      count('closed');
      this.sockets.delete(socket);
    });
    for (const part of bytes) socket.write(part);
    return socket;
  }

  /** Opens many connections, a few at a time: the measurement is about their number, not their rate. */
  async openMany(count: number, bytes: readonly Buffer[]): Promise<Socket[]> {
    const sockets: Socket[] = [];
    await paced(count, () => sockets.push(this.open(bytes)));
    return sockets;
  }

  /** Those that are still open. */
  get count(): number {
    return this.sockets.size;
  }

  /** Closes all connections; later events on them are not counted. */
  closeAll(): void {
    const open = [...this.sockets];
    this.sockets.clear();
    for (const socket of open) socket.destroy();
  }
}

const AT_A_TIME = 50;
const PAUSE_MS = 10;

/** Repeats an action, a few at a time. */
export async function paced(count: number, work: (index: number) => void): Promise<void> {
  for (let index = 0; index < count; index++) {
    if (index > 0 && index % AT_A_TIME === 0) await sleep(PAUSE_MS);
    work(index);
  }
}
