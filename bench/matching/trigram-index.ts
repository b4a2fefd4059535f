import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../../apps/standalone/embedded-postgres.js';
import type { MatchableCourse } from '#catalog';

/** The five courses with the most similar title or topic, as PostgreSQL's documentation shows it for pg_trgm. */
const MOST_SIMILAR = {
  name: 'most-similar',
  text: 'select course, max(similarity(name, $1)) as score from course_name where name % $1 group by course order by score desc limit 5',
};

/** What most would build: the names of all courses under a trigram index of PostgreSQL. */
export class TrigramIndex {
  private constructor(
    private readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
    private readonly client: pg.Client,
  ) {}

  static async start(): Promise<TrigramIndex> {
    const folder = await mkdtemp(join(tmpdir(), 'bench-matching-'));
    const postgres = await EmbeddedPostgres.start({ folder, durable: false });
    const client = new pg.Client({ connectionString: postgres.ownerUrl() });
    await client.connect();
    await client.query('create extension if not exists pg_trgm');
    return new TrigramIndex(folder, postgres, client);
  }

  async fill(courses: readonly MatchableCourse[]): Promise<void> {
    const names = courses.flatMap(({ id, title, topics }) => [title, ...topics].map((name) => ({ id, name })));
    await this.client.query(
      'drop table if exists course_name; create table course_name (course text not null, name text not null)',
    );
    await this.client.query('insert into course_name select * from unnest($1::text[], $2::text[])', [
      names.map(({ id }) => id),
      names.map(({ name }) => name),
    ]);
    await this.client.query('create index on course_name using gin (name gin_trgm_ops)');
    await this.client.query('analyze course_name');
  }

  /** @returns how many courses are similar, five at most */
  async match(topic: string): Promise<number> {
    const { rowCount } = await this.client.query({ ...MOST_SIMILAR, values: [topic] });
    return rowCount ?? 0;
  }

  async stop(): Promise<void> {
    await this.client.end();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Nothing was started that keeps a log. */
  showLogs(): void {}
}
