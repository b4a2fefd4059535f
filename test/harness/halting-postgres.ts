import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectionParts } from '#platform/database';

/**
 * A proxy in front of a PostgreSQL with a socket file. From a given connection on, it holds back all data for a while. It
 * can also refuse connections.
 */
export class HaltingPostgres {
  /** Connections since the last call of {@link haltAt}. */
  connections = 0;
  /** What each connection sent first: its user, database and settings. */
  readonly startUps: string[] = [];
  /** Refuses each connection whose user, database and settings match; null: none. */
  refused: RegExp | null = null;
  /** Bytes that PostgreSQL has sent. */
  sentBytes = 0;
  private haltsAt = 0;
  private haltMs = 0;
  private open: Promise<void> = Promise.resolve();
  private readonly server: Server;

  private constructor(private readonly target: ReturnType<typeof connectionParts>) {
    this.server = createServer((client) => this.lead(client));
  }

  /** @param url of the PostgreSQL */
  static async before(url: string): Promise<HaltingPostgres> {
    const halting = new HaltingPostgres(connectionParts(url));
    await new Promise<void>((resolve) => halting.server.listen(0, '127.0.0.1', resolve));
    return halting;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    const { user, password, dbName } = this.target;
    return `postgres://${user}:${password}@127.0.0.1:${this.port}/${dbName}`;
  }

  /** Holds back all data, from the given connection on (counted from 1, from now on), for the given time. */
  haltAt(connection: number, milliseconds: number): void {
    this.connections = 0;
    this.haltsAt = connection;
    this.haltMs = milliseconds;
  }

  close(): void {
    this.server.close();
  }

  private lead(client: Socket): void {
    this.connections++;
    if (this.connections === this.haltsAt) this.open = sleep(this.haltMs);
    const server = connect(`${this.target.host}/.s.PGSQL.${this.target.port}`);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const)
      void this.pass(from, to);
  }

  private begin(startUp: string): void {
    this.startUps.push(startUp);
    if (this.refused?.test(startUp) === true) throw new Error('refused');
  }

  private async pass(from: Socket, to: Socket): Promise<void> {
    try {
      let isFirst = true;
      for await (const bytes of from as AsyncIterable<Buffer>) {
        if (from.localPort !== this.port) this.sentBytes += bytes.length;
        else if (isFirst) this.begin(bytes.toString());
        isFirst = false;
        await this.open;
        to.write(bytes);
      }
      to.end();
    } catch {
      to.destroy();
    }
  }
}
