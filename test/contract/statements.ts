import pg from 'pg';

/** A statement that was sent to PostgreSQL. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = (...parameters: unknown[]) => unknown;

/** What this process sends to PostgreSQL while `work` runs, whoever sends it. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function recorded(this: unknown, ...parameters) {
    const [first, second] = parameters as [string | { text?: unknown; values?: unknown }, unknown];
    const { text, values } = typeof first === 'string' ? { text: first, values: second } : first;
    if (typeof text === 'string') sent.push({ text, values: Array.isArray(values) ? [...(values as unknown[])] : [] });
    return query.apply(this, parameters);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
}
