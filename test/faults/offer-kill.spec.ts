import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../harness/eventually.js';
import { figures } from './figures.js';
import { scaled } from '../harness/scale.js';
import { Stage } from './stage/stage.js';

/** The engine assigns 10,000 a step; each kill takes at least one. */
const PEOPLE = scaled(40_000, 100_000);
const KILLS = scaled(2, 6);
/** How much longer a step takes: long enough for the test to notice it, and to kill the worker before it ends. */
const STEP_SECONDS = 0.5;
/** A killed worker's job is taken up after 6 to 8 s, on an idle machine. */
const TAKEN_UP_MS = 30_000;
/** Longer than the steps of a loaded machine take. */
const END_MS = scaled(90_000, 240_000);

interface Operation {
  readonly status: string;
  readonly done: number;
  readonly items: Array<{ assigned: number; alreadyAssigned: number }>;
}

describe('kill -9 of the worker during an offer to tens of thousands of people', () => {
  let stage: Stage;
  afterEach(() => stage.stop());

  it(
    'omits nobody, assigns nobody twice, and does not restart the offer',
    async () => {
      stage = await Stage.start();
      await stage.api();
      let worker = await stage.worker();
      const tenant = await stage.createTenant();
      await stage.database.query(
        `insert into site (tenant_id, id, name, name_key) select id, gen_random_uuid(), 'Large', 'large' from tenant`,
      );
      await stage.database.query(
        `insert into worker (tenant_id, id, external_worker_id, name, site_id) select tenant_id, uuid_next(), 'W-' || n,
          'Worker ' || n, id from site, generate_series(1, $1::integer) n`,
        [PEOPLE],
      );
      const { body: course } = await tenant.admin<{ id: string }>('POST', '/courses', {
        title: 'Manual Handling',
        topics: [],
      });
      await tenant.admin('POST', `/courses/${course.id}/publish`);
      await tenant.send({ event: 'signal.incident', data: { site: 'Large', topic: 'Manual Handling' } });
      const [need] = await tenant.resolvedNeeds();
      await stage.database.query(
        `create function slow() returns trigger language plpgsql
           as $$ begin perform pg_sleep(${STEP_SECONDS}); return null; end $$;
       create trigger slow after insert on assignment for each statement execute function slow()`,
      );
      const { body: offer } = await tenant.admin<{ operationId: string }>('POST', `/needs/${need?.id}/offer`, {});
      const operation = async (): Promise<Operation> =>
        (await tenant.admin<Operation>('GET', `/operations/${offer.operationId}`)).body;
      /** A step has assigned its people and not committed, after others have. */
      const inTheMiddle = (after: number): Promise<void> =>
        eventually(async () => {
          const [seen] = await stage.database.query<{ done: number; steps: number }>(
            `select done,
               (select count(*)::int from pg_stat_activity where datname = current_database()
                   and wait_event = 'PgSleep') as steps
             from operation`,
          );
          expect(seen?.done).toBeGreaterThan(after);
          expect(seen?.steps).toBe(1);
        }, TAKEN_UP_MS);
      const doneAtKills: number[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        await inTheMiddle(doneAtKills.at(-1) ?? 0);
        await worker.kill();
        doneAtKills.push((await operation()).done);
        worker = await stage.worker();
      }
      // Each was in the middle: a part was done, more than at the kill before, and not all.
      expect(doneAtKills.every((done, kill) => done > (doneAtKills[kill - 1] ?? 0) && done < PEOPLE)).toBe(true);
      await stage.database.query('drop trigger slow on assignment');
      await eventually(async () => expect((await operation()).status).toBe('done'), END_MS);
      const ended = await operation();
      const [stored] = await stage.database.query<{ assignments: number; people: number; entries: number }>(
        `select count(*)::int as assignments, count(distinct worker_id)::int as people,
         (select count(*)::int from audit_entry where action = 'operation.done') as entries from assignment`,
      );
      figures('kill -9 of the worker during an offer', {
        kills: KILLS,
        'done at each': doneAtKills.join(' '),
        ...stored,
      });
      expect(stored).toEqual({ assignments: PEOPLE, people: PEOPLE, entries: 1 });
      // What was counted before each kill is counted once: nothing was looked at again.
      expect(ended).toMatchObject({ done: PEOPLE, items: [{ assigned: PEOPLE, alreadyAssigned: 0 }] });
    },
    END_MS + 60_000 + KILLS * TAKEN_UP_MS,
  );
});
