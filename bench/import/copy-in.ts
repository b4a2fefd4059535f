import pg from 'pg';

const CHUNK_BYTES = 64 * 1024;

/**
 * `COPY … FROM STDIN` over PostgreSQL's protocol, which `pg` leaves to its caller.
 * @throws Error if PostgreSQL refuses a row
 */
export function copyIn(client: pg.Client, sql: string, rows: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(sql, rows, resolve, reject));
  });
}

/** Members of the connection that the library's types omit. */
interface CopyingConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

class CopyIn implements pg.Submittable {
  constructor(
    private readonly sql: string,
    private readonly rows: Buffer,
    private readonly resolve: () => void,
    private readonly reject: (error: Error) => void,
  ) {}

  submit(connection: pg.Connection): void {
    connection.query(this.sql);
  }

  handleCopyInResponse(connection: CopyingConnection): void {
    for (let start = 0; start < this.rows.length; start += CHUNK_BYTES)
      connection.sendCopyFromChunk(this.rows.subarray(start, start + CHUNK_BYTES));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {
    this.resolve();
  }

  handleReadyForQuery(): void {}

  handleError(error: Error): void {
    this.reject(error);
  }
}
