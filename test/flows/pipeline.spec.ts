import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BinaryRows, Pipeline, column } from '#platform/database';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';

const ECHO = { name: 'echo', text: 'select seen_at::text from unnest($1::closed_point[])' };
const COLUMNS = [
  column.uuid<string>('tenant_id', () => null),
  column.text<string>('dedupe_key', () => null),
  column.timestamptz<string>('seen_at', (date) => new Date(date)),
];
const TENANT = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a transaction of the pipeline', () => {
  let engine: TestEngine;
  let pipeline: Pipeline;

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    pipeline = new Pipeline(engine.database.appUrl);
    await pipeline.connect();
  });
  afterAll(async () => {
    await pipeline.close();
    await engine.close();
  });

  const echo = (date: string, statement = ECHO): Promise<unknown> =>
    pipeline.transact([TENANT], [{ statement, values: [new BinaryRows(COLUMNS, [date])] }]);
  const echoed = [[['2026-07-15 12:00:00+00']]];

  it('with a value that cannot be written fails alone', async () => {
    const beside = [echo('2026-07-15T12:00:00Z'), echo('no date'), echo('2026-07-15T12:00:00Z')];
    expect(await Promise.allSettled(beside)).toMatchObject([
      { value: echoed },
      { reason: expect.any(RangeError) },
      { value: echoed },
    ]);
  });

  it('with a statement that PostgreSQL does not understand fails alone, each time', async () => {
    const wrong = { name: 'wrong', text: 'select from nothing_of_the_kind' };
    for (let time = 0; time < 2; time++) {
      const beside = [echo('2026-07-15T12:00:00Z'), echo('2026-07-15T12:00:00Z', wrong), echo('2026-07-15T12:00:00Z')];
      expect(await Promise.allSettled(beside)).toMatchObject([
        { value: echoed },
        { status: 'rejected' },
        { value: echoed },
      ]);
    }
  });

  it('that PostgreSQL refuses is logged, at most twenty times a second', async () => {
    const own = new Pipeline(engine.database.appUrl);
    await own.connect();
    const lines: string[] = [];
    Reflect.set(own, 'log', { warn: (line: string) => lines.push(line) });
    const refused = { name: 'refused', text: 'create table refused ()' };
    const send = (): Promise<unknown> => own.transact([TENANT], [{ statement: refused, values: [] }]);
    const began = performance.now();
    await Promise.allSettled(Array.from({ length: 50 }, send));
    const seconds = Math.ceil((performance.now() - began) / 1_000);
    const written = lines.filter((line) => line === 'not written (42501): permission denied for schema public').length;
    expect(written).toBeLessThanOrEqual(20 * seconds);
    const counted = (): number =>
      lines.reduce((sum, line) => sum + Number(/^… and (\d+) more not written$/.exec(line)?.[1] ?? 0), 0);
    await eventually(async () => expect(written + counted()).toBe(50));
    await own.close();
  });

  it('waits for a new connection when PostgreSQL has closed the old one', async () => {
    const fatal = { name: 'fatal', text: 'select pg_terminate_backend(pg_backend_pid())' };
    const closed: unknown = Reflect.get(pipeline, 'client');
    await expect(pipeline.transact([TENANT], [{ statement: fatal, values: [] }])).rejects.toThrow(/terminat/);
    // The end of the connection follows the error.
    while (Reflect.get(pipeline, 'client') === closed) await setImmediate();
    expect(await Promise.all([echo('2026-07-15T12:00:00Z'), echo('2026-07-15T12:00:00Z')])).toEqual([echoed, echoed]);
  });

  it('is planned again every few seconds, since a plan for a small table would be used for a large one for a minute', async () => {
    const about = { name: 'about', text: `select prepare_time from pg_prepared_statements where name = 'about'` };
    const plannedAt = (): Promise<unknown> => pipeline.transact([TENANT], [{ statement: about, values: [] }]);
    const first = await plannedAt();
    expect(first).toEqual([[[expect.any(String)]]]);
    expect(await plannedAt()).toEqual(first);
    await sleep(5_100);
    const [second, beside] = await Promise.all([plannedAt(), plannedAt()]);
    expect(second).not.toEqual(first);
    expect(beside).toEqual(second);
  });

  it('is planned once for all values, since planning a statement takes longer than its lookups', async () => {
    const counts = {
      name: 'counts',
      text: `select custom_plans, generic_plans > 0 from pg_prepared_statements, unnest($1::closed_point[])
        where name = 'counts'`,
    };
    const executed = (): Promise<unknown> =>
      pipeline.transact([TENANT], [{ statement: counts, values: [new BinaryRows(COLUMNS, ['2026-07-15T12:00:00Z'])] }]);
    await executed();
    expect(await executed()).toEqual([[['0', 't']]]);
  });
});
