import { type Socket, connect } from 'node:net';

export interface HttpResponse {
  readonly status: number;
  readonly body: string;
}

/**
 * One keep-alive connection with at most one pending request. It parses only the status and content-length of HTTP: a
 * general client would use a fifth of the machine.
 */
export class Connection {
  private received: Buffer | null = null;
  private answered: ((answer: HttpResponse) => void) | null = null;
  private failed: ((error: Error) => void) | null = null;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.read(chunk));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket));
      });
    });
  }

  /** Sends a complete request; exactly one of the two callbacks is called, once. */
  send(request: Buffer, answered: (answer: HttpResponse) => void, failed: (error: Error) => void): void {
    this.answered = answered;
    this.failed = failed;
    this.socket.write(request);
  }

  close(): void {
    this.failed = null;
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    const bytes = this.received === null ? chunk : Buffer.concat([this.received, chunk]);
    const headEnd = bytes.indexOf('\r\n\r\n');
    const head = headEnd === -1 ? '' : bytes.toString('latin1', 0, headEnd);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (headEnd !== -1 && length === undefined)
      return this.fail(new Error(`an answer without content-length: ${head}`));
    const end = headEnd + 4 + Number(length);
    if (headEnd === -1 || bytes.length < end) {
      this.received = bytes;
      return;
    }
    this.received = null;
    const { answered } = this;
    this.answered = null;
    answered?.({ status: Number(head.slice(9, 12)), body: bytes.toString('latin1', headEnd + 4, end) });
  }

  private fail(error: Error): void {
    const { failed } = this;
    this.failed = null;
    failed?.(error);
  }
}
