import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../harness/eventually.js';
import { figures } from './figures.js';
import { scaled } from './scale.js';
import { Stage } from './stage/stage.js';

const PEOPLE = 20_000;
const KILLS = scaled(2, 6);
/** Longer than the steps of a loaded machine take. */
const END_MS = scaled(90_000, 240_000);

interface Operation {
  readonly status: string;
  readonly done: number;
  readonly items: Array<{ assigned: number; alreadyAssigned: number }>;
}

describe('kill -9 of the worker during an offer to 20,000 people', () => {
  let stage: Stage;
  afterEach(() => stage.strike());

  it(
    'leaves nobody out, assigns nobody twice, and does not begin anew',
    async () => {
      stage = await Stage.set();
      await stage.api();
      let worker = await stage.worker();
      const tenant = await stage.createTenant();
      await stage.database.query(
        `insert into site (tenant_id, id, name, name_key) select id, gen_random_uuid(), 'Large', 'large' from tenant`,
      );
      await stage.database.query(
        `insert into worker (tenant_id, id, external_worker_id, name, site_id) select tenant_id, uuid_next(), 'W-' || n, 'Worker ' || n, id from site, generate_series(1, $1::integer) n`,
        [PEOPLE],
      );
      const { body: course } = await tenant.admin<{ id: string }>('POST', '/courses', {
        title: 'Manual Handling',
        topics: [],
      });
      await tenant.admin('POST', `/courses/${course.id}/publish`);
      await tenant.send({ event: 'signal.incident', data: { site: 'Large', topic: 'Manual Handling' } });
      const [need] = await tenant.resolvedNeeds();
      const { body: offer } = await tenant.admin<{ operationId: string }>('POST', `/needs/${need?.id}/offer`, {});
      const operation = async (): Promise<Operation> =>
        (await tenant.admin<Operation>('GET', `/operations/${offer.operationId}`)).body;
      const doneAtKills: number[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        await sleep(Math.random() * 400);
        await worker.kill();
        doneAtKills.push((await operation()).done);
        worker = await stage.worker();
      }
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
    END_MS + 60_000,
  );
});
