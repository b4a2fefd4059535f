import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { glob, readFile } from 'node:fs/promises';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import { draftById, draftsOf, withoutClaims } from '../factories/drafts.js';
import { loggedInUser } from '../factories/users.js';
import { readApiDocument } from '../harness/api-documents.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const STATUSES = [
  'queued',
  'drafting',
  'ready',
  'in_review',
  'approved',
  'published',
  'rejected',
  'failed',
  'cancelled',
];

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine();
  tenant = await engine.createTenant();
  // Notes what is published or assigned, whoever does it and wherever in the engine.
  await engine.database.query(`
    create table noted (what text not null);
    create function note() returns trigger language plpgsql security definer set search_path = public, pg_temp
      as $$ begin insert into noted values (tg_argv[0]); return null; end $$;
    create trigger note_published after insert or update on course for each row
      when (new.status = 'published') execute function note('course published');
    create trigger note_assigned after insert on assignment for each row execute function note('assignment');
    create trigger note_draft after insert or update on draft for each row
      when (new.status in ('approved', 'published')) execute function note('draft approved');
    create trigger note_offered after update on need for each row
      when (new.status in ('offered', 'in_progress')) execute function note('need offered');`);
});
afterAll(() => engine.close());

const noted = async (): Promise<string[]> =>
  (await engine.database.query<{ what: string }>('select distinct what from noted order by what')).map(
    ({ what }) => what,
  );
const drafts = () => draftsOf(tenant);

/** The providers that a module class reaches through its imports. */
function reach(module: unknown, seen = new Set<unknown>()): string[] {
  const type = typeof module === 'object' && module !== null && 'module' in module ? module.module : module;
  if (typeof type !== 'function' || seen.has(module)) return [];
  seen.add(module);
  const list = (key: string): unknown[] => Reflect.getMetadata(key, type) ?? [];
  const own = list('providers').flatMap((provider) => (typeof provider === 'function' ? [provider.name] : []));
  return [...own, ...list('imports').flatMap((imported) => reach(imported, seen))];
}

/** Routes of drafts and courses that change something, from the API document. */
async function changingRoutes(): Promise<Array<{ method: string; path: string }>> {
  const document = await readApiDocument<{
    paths: Record<string, Record<string, object>>;
  }>(engine.url);
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    path.startsWith('/engine/v1/admin/drafts/{id}')
      ? Object.keys(methods).flatMap((method) =>
          method === 'get' ? [] : [{ method: method.toUpperCase(), path: path.replace('/engine/v1/admin', '') }],
        )
      : [],
  );
}

describe('the engine alone', () => {
  it('drafts by itself, resolves, sweeps and reconciles, and neither approves, publishes, offers nor assigns', async () => {
    await tenant.admin('PUT', '/signal-map', { map: {}, autoAuthor: true, autoAuthorThreshold: 1 });
    await tenant.send(
      ['Zorbux line restart', 'Quimby press guarding'].map((topic, n) => ({
        event: 'signal.audit',
        data: { external_worker_id: `w${n}`, topic },
      })),
    );
    await eventually(async () => expect(await drafts()).toMatchObject([{ status: 'ready' }, { status: 'ready' }]));
    // Everything that signals can ask of it: repeats, other severities, the end of the condition, completions.
    for (const data of [{ severity: 4 }, { action: 'resolve' }, { action: 'trigger' }, { action: 'complete' }])
      await tenant.send({
        event: 'signal.audit',
        data: { external_worker_id: 'w0', topic: 'Zorbux line restart', ...data },
      });
    await tenant.resolvedNeeds();
    expect((await drafts()).map(({ status }) => status)).toEqual(['ready', 'ready']);
    expect(await noted()).toEqual([]);
  });

  it('has no provider in the worker that decides about drafts, and one file that publishes them', async () => {
    const loaded = reach(WorkerModule);
    expect(loaded).toContain('DraftWork');
    for (const name of ['Review', 'DraftEditor', 'CourseLifecycle']) expect(loaded).not.toContain(name);
    const publishing: string[] = [];
    for await (const file of glob('libs/authoring/**/*.ts')) {
      const text = await readFile(file, 'utf8');
      if (/event: '(approve|publish)'|CourseCreation\b|published: true/.test(text)) publishing.push(file);
      if (/offerToPeople|Assignment\b/.test(text)) publishing.push(`${file} (assigns)`);
    }
    expect(publishing).toEqual(['libs/authoring/review/review.ts']);
  });

  it('lets no token approve or publish, on any route, from any status', async () => {
    const routes = await changingRoutes();
    expect(routes.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/drafts/{id}/approve', '/drafts/{id}/publish', '/drafts/{id}/submit', '/drafts/{id}']),
    );
    const [one] = await drafts();
    const [row] = await engine.database.query<{ row: object }>(`select to_jsonb(draft) as row from draft limit 1`);
    for (const status of STATUSES.filter((name) => name !== 'approved' && name !== 'published'))
      for (const { method, path } of routes) {
        await engine.database.query(`delete from noted`);
        await engine.database.query(
          `update draft set status = $1, next_attempt_at = case
            when $1 in ('queued', 'drafting') then now() + interval '1 hour' end
           where id = ($2::jsonb ->> 'id')::uuid`,
          [status, JSON.stringify(row?.row)],
        );
        await tenant.admin(
          method,
          path.replace('{id}', one?.id ?? ''),
          method === 'DELETE' ? undefined : { reason: 'x', title: 'T', body: 'b' },
        );
        expect([status, path, await noted()]).toEqual([status, path, []]);
      }
  });

  it('publishes when two people have asked for it, which this test would notice', async () => {
    const rita = await loggedInUser(tenant, { email: 'rita@acme.example' });
    await tenant.send({ event: 'signal.audit', data: { external_worker_id: 'w9', topic: 'Flumox oven cleaning' } });
    await eventually(async () =>
      expect((await drafts())[0]).toMatchObject({ status: 'ready', topic: 'Flumox oven cleaning' }),
    );
    const [{ id } = { id: '' }] = await drafts();
    const { lessons } = await draftById(tenant, id);
    await tenant.admin('PATCH', `/drafts/${id}`, { lessons: withoutClaims(lessons) });
    await tenant.admin('POST', `/drafts/${id}/submit`);
    await engine.database.query('delete from noted');
    expect((await rita.call('POST', `/admin/drafts/${id}/approve`)).status).toBe(200);
    expect(await noted()).toEqual(['draft approved']);
    expect((await tenant.admin('POST', `/drafts/${id}/publish`)).status).toBe(200);
    expect(await noted()).toEqual(['course published', 'draft approved']);
  });
});
