import pg from 'pg';

const EVERY_MS = 20;
/** Statements are distinguished by their beginnings. */
const SHOWN = 110;
const MAX_SHOWN = 14;

/** What the backends of the application were busy with, or waited for, in samples of `pg_stat_activity`. */
export class BusyStatements {
  private readonly counts = new Map<string, number>();
  private samples = 0;
  private busy = 0;
  private isRunning = true;
  private sampling: Promise<void> = Promise.resolve();

  private constructor(private readonly client: pg.Client) {}

  /** @param url of the application, whose role sees the statements of its own processes */
  static async watch(url: string): Promise<BusyStatements> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const watched = new BusyStatements(client);
    watched.sampling = watched.sample();
    return watched;
  }

  /** Ends the samples. @returns lines of text */
  async end(): Promise<string[]> {
    this.isRunning = false;
    await this.sampling;
    await this.client.end();
    const top = [...this.counts].toSorted(([, one], [, other]) => other - one).slice(0, MAX_SHOWN);
    return [
      `  PostgreSQL: ${(this.busy / this.samples).toFixed(2)} backends at work, in ${this.samples} samples`,
      ...top.map(([statement, count]) => `  ${((100 * count) / this.busy).toFixed(1).padStart(5)} %  ${statement}`),
    ];
  }

  private async sample(): Promise<void> {
    while (this.isRunning) {
      const { rows } = await this.client.query<{ waits: string | null; query: string }>(
        `select wait_event_type || ' ' || wait_event as waits, query from pg_stat_activity
         where state = 'active' and usename = current_user and pid <> pg_backend_pid()`,
      );
      this.samples++;
      this.busy += rows.length;
      for (const { waits, query } of rows) {
        const statement = query
          .replaceAll(/'[^']*'/g, '?')
          .replaceAll(/\s+/g, ' ')
          .trim()
          .slice(0, SHOWN);
        const name = `${waits === null ? '' : `[${waits}] `}${statement}`;
        this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
      }
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }
}
