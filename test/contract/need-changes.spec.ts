import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from '@mikro-orm/postgresql';
import { NeedChanges, type NeedView } from '#needs';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

/** The columns that are a need's state. The others serve resolution, or count signals. */
const STATE = [
  'status',
  'closed_at',
  'snoozed_until',
  'topic',
  'category',
  'severity',
  'worker_id',
  'people',
  'recommendation',
  'course_id',
  'due_at',
];

const columnsOf = (row: string): string => STATE.map((column) => `${row}.${column}`).join(', ');

/** Notes each update that changes a need's state, with its transaction. */
const NOTE_CHANGES = `
  create table changed_need (transaction text not null, need_id uuid not null);
  create function note_changed_need() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into changed_need values (pg_current_xact_id()::text, new.id);
    return null;
  end $$;
  create trigger note_changed_need after update on need for each row
    when ((${columnsOf('old')}) is distinct from (${columnsOf('new')})) execute function note_changed_need();`;

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

describe('a change of needs by resolution or a decision', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let published: Set<string>;
  let isRefused = false;

  beforeAll(async () => {
    engine = await startEngine();
    await engine.database.query(NOTE_CHANGES);
    engine.app.get(NeedChanges, { strict: false }).subscribe(async (tx, { needIds }) => {
      const [row] = await tx.execute<Array<{ transaction: string }>>(
        sql`select pg_current_xact_id()::text as transaction`,
      );
      for (const needId of needIds) published.add(`${row?.transaction} ${needId}`);
      if (isRefused) throw new Error('a listener refuses the change');
    });
  });
  beforeEach(async () => {
    published = new Set();
    await engine.database.query('truncate changed_need');
    tenant = await engine.createTenant();
  });
  afterAll(() => engine.close());

  const changed = async (): Promise<string[]> => {
    const rows = await engine.database.query<{ change: string }>(
      `select distinct transaction || ' ' || need_id as change from changed_need`,
    );
    return rows.map(({ change }) => change);
  };
  /** Makes changes, and expects that so many transactions changed a need, each of which published it. */
  const expectPublished = async (transactions: number, change: () => Promise<unknown>): Promise<void> => {
    await engine.database.query('truncate changed_need');
    await change();
    const changes = await changed();
    expect(changes).toHaveLength(transactions);
    expect(changes.filter((one) => !published.has(one))).toEqual([]);
  };
  const opened = async (): Promise<NeedView> => {
    await tenant.send({ event: 'signal.incident', data: { site: 'Site A', topic: 'Drone Operation' } });
    const [need] = await tenant.resolvedNeeds();
    if (need === undefined) throw new Error('no need');
    return need;
  };
  const decide = (id: string, decision: string, body?: object): ReturnType<TestTenant['admin']> =>
    tenant.admin('POST', `/needs/${id}/${decision}`, body);
  const recommendationOf = async (id: string): Promise<string> =>
    (await tenant.admin<NeedView>('GET', `/needs/${id}`)).body.recommendation.kind;

  it('is published by the transaction that stores a resolution', () => expectPublished(1, opened));

  it('is published by the transaction of each decision', async () => {
    const { id } = await opened();
    await expectPublished(1, () => decide(id, 'snooze', { until: TOMORROW }));
    await expectPublished(1, () => decide(id, 'reopen'));
    await expectPublished(1, () => decide(id, 'dismiss', { reason: 'duplicate' }));
  });

  it('is published when a change of the library changes the recommendation', async () => {
    const { id } = await opened();
    await expectPublished(1, async () => {
      const course = await tenant.admin<{ id: string }>('POST', '/courses', { title: 'Drone Operation' });
      await tenant.admin('POST', `/courses/${course.body.id}/publish`);
      await eventually(async () => expect(await recommendationOf(id)).toBe('course'));
    });
  });

  it('is undone where a listener throws', async () => {
    const { id, version } = await opened();
    isRefused = true;
    const { status } = await decide(id, 'dismiss', { reason: 'duplicate' });
    isRefused = false;
    expect(status).toBe(500);
    expect((await tenant.admin('GET', `/needs/${id}`)).body).toMatchObject({ status: 'open', version });
  });
});
