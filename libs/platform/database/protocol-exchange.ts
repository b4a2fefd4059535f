import type pg from 'pg';

/** A group of protocol messages that PostgreSQL answers with one ReadyForQuery. */
export abstract class ProtocolExchange<Result> implements pg.Submittable {
  /** Called at the end. The client wraps it to enforce the time limit. */
  callback: (error?: Error) => void = () => undefined;
  private readonly settled = Promise.withResolvers<Result>();

  get answer(): Promise<Result> {
    return this.settled.promise;
  }

  abstract submit(connection: pg.Connection): void;

  /** ReadyForQuery after success. */
  handleReadyForQuery(): void {
    this.callback();
    this.settled.resolve(this.answered());
  }

  handleError(error: Error): void {
    this.callback(error);
    this.settled.reject(error);
  }

  protected abstract answered(): Result;
}
