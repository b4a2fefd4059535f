import { Connection } from '../../harness/load/connection.js';
import type { Target } from '../attack.js';

const MAX_FAILURES_IN_A_ROW = 20;

export interface Flood {
  readonly requests: number;
  readonly connections: number;
  /** A complete HTTP request. */
  readonly request: (index: number) => string;
}

/** Sends many small requests as fast as they are answered. Reopens connections that the engine closes. */
export async function flood({ port, answers }: Target, { requests, connections, request }: Flood): Promise<void> {
  let next = 0;
  const sender = async (): Promise<void> => {
    let connection: Connection | null = null;
    for (let failures = 0; next < requests && failures < MAX_FAILURES_IN_A_ROW;) {
      try {
        connection ??= await Connection.open(port);
        answers.add(await exchange(connection, request(next++)));
        failures = 0;
      } catch {
        answers.add('closed');
        connection?.close();
        connection = null;
        failures++;
      }
    }
    connection?.close();
  };
  await Promise.all(Array.from({ length: connections }, sender));
}

function exchange(connection: Connection, request: string): Promise<number> {
  return new Promise((resolve, reject) =>
    connection.send(Buffer.from(request), ({ status }) => resolve(status), reject),
  );
}
